"""Counts and times for monitoring, in the form that Prometheus reads. Nothing in them is about one person."""
