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
from bot.guard.personal.spans import Span, blanked, first_of_each, marked, shadow
from bot.guard.personal.words import the_words
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
        postcodes = [(one.start, one.end) for one in spot(text)]
        searched, found = shadow(text), []
        while True:  # what was found can show the rest in another light: "[birth-date]" ends a number
            spans = first_of_each(
                span for span in self._all(searched) if not any(span.meets(a, b) for a, b in postcodes)
            )
            if not spans:
                return first_of_each(found)
            found += spans
            searched = blanked(searched, spans)

    def _all(self, text: str) -> Iterator[Span]:
        numbered = [*contacts(text), *birth_dates(text)]
        yield from numbered
        if any(char.isdigit() for char in text) or "o" in text:
            yield from numbers(blanked(text, [*numbered, *dates(text)]), self._published)
        said = Sentence(text, self._words)
        yield from addresses(said)
        yield from schools(said)
        yield from self._names.find(said)
