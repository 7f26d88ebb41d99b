"""Where personal data stands in a text, and putting marks in its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.marks import MARK, MARKS

_DASHES, _QUOTES = "‐‑‒–—―−", "’‘`´ʼ"
_PLAIN = {**dict.fromkeys(map(ord, _DASHES), "-"), **dict.fromkeys(map(ord, _QUOTES), "'")}


BLANK = "\0"
"""What a mark is while a text is searched: no word of it leads to anything, and nothing leads over it."""


@dataclass(frozen=True)
class Span:
    """Something personal: its kind (a key of MARKS) and where it begins and ends."""

    kind: str
    start: int
    end: int

    def meets(self, start: int, end: int) -> bool:
        """True when this and that stretch share a character."""
        return self.start < end and start < self.end


def shadow(text: str) -> str:
    """The text, as long as before, with the digits of every script as 0 to 9 and one kind of dash and apostrophe.

    Marks that stand in it already become BLANK.
    """
    if "[" in text:
        text = MARK.sub(lambda found: BLANK * len(found.group()), text)
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else _PLAIN.get(ord(char), char) for char in text)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text, as long as before, with BLANK where the spans stand."""
    for span in spans:
        text = text[: span.start] + BLANK * (span.end - span.start) + text[span.end :]
    return text


def first_of_each(spans: Iterable[Span]) -> list[Span]:
    """The spans in order without overlaps: of two that meet, the one that was found first stays, made longer."""
    kept: list[Span] = []
    for span in spans:
        at = next((n for n, other in enumerate(kept) if other.meets(span.start, span.end)), None)
        if at is None:
            kept.append(span)
        else:
            other = kept[at]
            kept[at] = Span(other.kind, min(other.start, span.start), max(other.end, span.end))
    return _apart(sorted(kept, key=lambda span: span.start))


def _apart(ordered: list[Span]) -> list[Span]:
    """Spans that came to meet when they were made longer become one."""
    done: list[Span] = []
    for span in ordered:
        if done and span.start < done[-1].end:
            done[-1] = Span(done[-1].kind, done[-1].start, max(done[-1].end, span.end))
        else:
            done.append(span)
    return done


def marked(text: str, spans: Sequence[Span]) -> str:
    """The text with a mark in the place of each span. The spans are in order and apart."""
    parts, done = [], 0
    for span in spans:
        parts += [text[done : span.start], MARKS[span.kind]]
        done = span.end
    return "".join([*parts, text[done:]])
