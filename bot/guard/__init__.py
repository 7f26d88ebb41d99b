"""What stands between a person's words and the assistant."""
