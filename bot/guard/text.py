"""Makes a message safe to read: plain characters, a sensible length, never a command."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from bot.guard.look_alikes import with_few_marks, with_one_alphabet, without_hidden

LONGEST_HEARD = 20_000
"""So many characters of a message that is too long are still read for danger."""
_MOST_ROUNDS = 5
_LINE_ENDS = {0x2028: "\n", 0x2029: "\n", 0x1680: " "}


@dataclass(frozen=True)
class Guarded:
    """The text to understand, or (when `refusal` is set) the key of the wording that refuses it.

    `heard` is what is read for words of danger, which count in a message that is refused, too.
    """

    text: str
    refusal: str | None = None
    heard: str = ""


def guard(text: str | None, longest: int) -> Guarded:
    """Checks a message. Text that starts with "/" stays text: the slash goes, so Rasa sees no command.

    Control, format, private and blank characters (zero width, direction overrides, tags, fillers) are removed, floods
    of marks on a letter cut, and characters that only look different (full width, no-break space, a Cyrillic letter in
    a Latin word) become the plain ones.
    `longest` is in characters, counted after cleaning.
    """
    cleaned = _plain(text or "").strip().lstrip("/ ").strip()
    if not cleaned:
        return Guarded("", "empty")
    if len(cleaned) > longest:
        return Guarded("", "too_long", cleaned[:LONGEST_HEARD])
    if not any(char.isalnum() for char in cleaned):
        return Guarded("", "no_words")
    return Guarded(cleaned, heard=cleaned)


def _plain(text: str) -> str:
    """The text in plain characters. What is taken away can bring letters and marks together that hid apart, so it is
    gone over until nothing changes; few texts need a second time."""
    for _ in range(_MOST_ROUNDS):
        plain = unicodedata.normalize("NFKC", text).translate(_LINE_ENDS)
        kept = unicodedata.normalize("NFC", with_few_marks(without_hidden(plain)))
        cleaned = with_one_alphabet(kept)
        if cleaned == text:
            break
        text = cleaned
    return text
