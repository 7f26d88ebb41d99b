"""Understanding: which areas and which topics a message is about."""
