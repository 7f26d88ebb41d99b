"""Tests of the tables and their column types."""
