"""The Rasa pipeline: thin components around the plain Python of this room."""
