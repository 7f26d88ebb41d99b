"""Measuring understanding on questions that were never used to train it."""
