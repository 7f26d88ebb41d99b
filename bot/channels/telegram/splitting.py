"""Long texts in pieces that Telegram takes, cut where a reader would pause."""

from __future__ import annotations

LONGEST_MESSAGE, LONGEST_CAPTION = 4096, 1024
"""Telegram's limits, in UTF-16 units after markup is read (core.telegram.org/bots/api#sendmessage)."""
BREAKS = ("\n\n", "\n", ". ", " ")


def length(text: str) -> int:
    """How long Telegram takes a text to be: characters outside the basic plane count twice."""
    return len(text.encode("utf-16-le")) // 2


def split(text: str, longest: int) -> list[str]:
    """The text in pieces of at most `longest`: cut between paragraphs, else lines, sentences, words."""
    pieces, rest = [], text.strip()
    while length(rest) > longest:
        most = _fitting(rest, longest)
        cut = next((at for mark in BREAKS if (at := _last(rest, mark, most)) > 0), most)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*pieces, rest] if rest or not pieces else pieces


def _fitting(text: str, longest: int) -> int:
    """How many characters from the start fit."""
    count, size = 0, 0
    for char in text:
        size += 2 if ord(char) > 0xFFFF else 1
        if size > longest:
            break
        count += 1
    return count


def _last(text: str, mark: str, most: int) -> int:
    """Where to cut at the last such break; 0 when it would leave a very short piece."""
    at = text.rfind(mark, 0, most)
    at = at + len(mark) if at >= 0 else 0
    return at if at >= most // 3 else 0
