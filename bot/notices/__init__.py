"""Sending notices: claimed, sent at the allowed rate, settled; and what is in doubt decided."""
