"""Tests of measuring understanding."""
