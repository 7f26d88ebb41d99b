"""Telling which language a message is in, slow to doubt that it is English."""

from nlu.language.detecting import Guess, guess

__all__ = ["Guess", "guess"]
