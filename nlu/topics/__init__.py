"""Telling which topic a question is about, and how sure that is."""
