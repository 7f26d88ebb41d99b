"""Tests of finding areas."""
