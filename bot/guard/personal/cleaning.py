"""`Cleaner`: the one place where personal data is taken out of a message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.guard.personal.addresses import addresses
from bot.guard.personal.contacts import contacts
from bot.guard.personal.dates import birth_dates, dates
from bot.guard.personal.names import Names
from bot.guard.personal.naming import Sentence
from bot.guard.personal.numbers import numbers
from bot.guard.personal.schools import schools
from bot.guard.personal.spans import Span, first_of_each, marked, shadow
from bot.guard.personal.words import the_words
from knowledge.marks import MARK
from knowledge.postcodes import spot


@dataclass(frozen=True)
class Cleaned:
    """A text without personal data, and which kinds were taken out, in order and without repeats."""

    text: str
    kinds: tuple[str, ...] = ()


class Cleaner:
    """Replaces personal data by marks. Postcodes are left to `bot.guard.postcodes`, which looks them up first.

    `published` are the digits of phone numbers that our own answers give; they are nobody's own.
    """

    def __init__(self, published: frozenset[str] = frozenset()):
        self._published, self._words = published, the_words()
        self._names = Names(self._words)

    def clean(self, text: str) -> Cleaned:
        """The text with a mark in the place of everything personal. Cleaning it again changes nothing."""
        spans = self.find(text)
        return Cleaned(marked(text, spans), tuple(dict.fromkeys(span.kind for span in spans)))

    def find(self, text: str) -> list[Span]:
        """Where personal data stands in a text, in order, without overlaps."""
        kept = [found.span() for found in MARK.finditer(text)] if "[" in text else []
        kept += [(one.start, one.end) for one in spot(text)]
        found = (span for span in self._all(shadow(text)) if not any(span.meets(a, b) for a, b in kept))
        return first_of_each(found)

    def _all(self, text: str) -> Iterator[Span]:
        yield from contacts(text)
        births = list(birth_dates(text))
        yield from births
        if any(char.isdigit() for char in text) or "o" in text:
            yield from numbers(text, self._published, dates(text))
        said = Sentence(text, self._words)
        yield from addresses(said)
        yield from schools(said)
        yield from self._names.find(said)
