"""Composing replies from facts, topics and wording. No Rasa here."""
