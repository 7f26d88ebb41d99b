"""Logs of fields, never of words: what happened, where, how long it took, and nothing a person wrote."""
