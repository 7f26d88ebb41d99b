"""Tests of the inspection calendar."""
