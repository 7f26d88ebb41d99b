"""Tests of telling topics apart."""
