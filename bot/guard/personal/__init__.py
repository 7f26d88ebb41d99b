"""Taking out of a message what would say who somebody is: names, numbers, addresses and the like."""

from bot.guard.personal.cleaning import Cleaned, Cleaner
from bot.guard.personal.published import published_numbers

__all__ = ["Cleaned", "Cleaner", "published_numbers"]
