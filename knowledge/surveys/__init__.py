"""Keeping survey windows fresh, and what people report about inspections. Plain rules; the commands are in `bot`."""
