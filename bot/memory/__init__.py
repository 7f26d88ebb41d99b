"""What is remembered of conversations, and one message of a person at a time."""
