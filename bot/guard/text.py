"""Makes a message safe to read: plain characters, a sensible length, never a command."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_KEPT = "\n\t"


@dataclass(frozen=True)
class Guarded:
    """The text to understand, or (when `refusal` is set) the key of the wording that refuses it."""

    text: str
    refusal: str | None = None


def guard(text: str | None, longest: int) -> Guarded:
    """Checks a message. Text that starts with "/" stays text: the slash goes, so Rasa sees no command.

    Control, format and private characters (zero width, direction overrides, tags) are removed.
    `longest` is in characters, counted after cleaning.
    """
    kept = "".join(char for char in text or "" if char in _KEPT or unicodedata.category(char)[0] != "C")
    cleaned = unicodedata.normalize("NFC", kept).strip().lstrip("/ ").strip()
    if not cleaned:
        return Guarded("", "empty")
    if len(cleaned) > longest:
        return Guarded("", "too_long")
    if not any(char.isalnum() for char in cleaned):
        return Guarded("", "no_words")
    return Guarded(cleaned)
