"""Tests of loading data files."""
