"""Meaning beyond spelling: a small sentence encoder, asked when the first stage is unsure."""
