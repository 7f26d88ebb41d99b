"""What a word may be: a name, a place, an everyday word. Read from the lists of this folder and from our own facts."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from knowledge.loading.load import BUNDLED
from knowledge.topics import all_topics

_LISTS = Path(__file__).parent / "lists"
_WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*\.?")
_LETTER = r"(?:[^\W_]|[\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0d7f])"
_ANY_WORD = re.compile(rf"{_LETTER}+(?:['\-]{_LETTER}+)*\.?")
_PARTS = re.compile(r"[a-z]+")
_PLACE_FILES = (
    ("areas.csv", ("name", "council")),
    ("area_names.csv", ("name",)),
    ("towns.csv", ("name",)),
    ("county_names.csv", ("name",)),
    ("outside_england.csv", ("name",)),
)
_OUR_FILES = (("glossary.csv", ("term", "also_called")), ("help_contacts.csv", ("name",)))


def plain(word: str) -> str:
    """A word in small letters without accents and apostrophes; a possessive 's is left off."""
    lower = word.lower().removesuffix(".")
    for ending in ("'s", "s'"):
        if lower.endswith(ending) and len(lower) > 3:
            lower = lower.removesuffix(ending)
    if not lower.isascii():
        lower = unicodedata.normalize("NFC", "".join(map(_bare, unicodedata.normalize("NFKD", lower))))
    return lower.replace("'", "")


def _bare(char: str) -> str:
    return "" if unicodedata.combining(char) and unicodedata.category(char) == "Mn" and char < "\u0590" else char


@dataclass(frozen=True)
class Token:
    """A word of a text: as written, its plain form, where it stands, and what stands between it and the next."""

    raw: str
    plain: str
    start: int
    end: int
    gap: str

    @property
    def capital(self) -> bool:
        """True for "Jacob" and "McKay", not for "EHCP"."""
        return self.raw[:1].isupper() and (len(self.raw) == 1 or not self.raw.isupper())


def tokens(text: str) -> list[Token]:
    """The words of a text (see `spans.shadow`). A text all in capitals counts as one in small letters."""
    shouted = text.isupper()
    found = list((_WORD if text.isascii() else _ANY_WORD).finditer(text))
    made = []
    for at, one in enumerate(found):
        raw, end = one.group(), one.end()
        if raw.endswith(".") and (len(raw) > 5 or not raw[0].isupper()):
            raw, end = raw[:-1], end - 1
        following = found[at + 1].start() if at + 1 < len(found) else len(text)
        made.append(Token(raw.lower() if shouted else raw, plain(raw), one.start(), end, text[end:following]))
    return made


@dataclass(frozen=True, eq=False)
class Words:
    """All lists, as plain words.

    `places` holds whole names, such as ("great", "yarmouth"); `area_names` those of areas.
    `longest_by_first` gives, for the first word of a place, how many words the longest such place has.
    """

    first_names: frozenset[str]
    surnames: frozenset[str]
    also_words: frozenset[str]
    ordinary: frozenset[str]
    places: frozenset[tuple[str, ...]]
    area_names: frozenset[tuple[str, ...]]
    longest_by_first: Mapping[str, int]

    def is_listed(self, word: str) -> bool:
        """True for a first name that is no everyday word and no place; parts of "Mary-Jane" count."""
        if word in self.first_names:
            return word not in self.also_words and (word,) not in self.places
        parts = word.split("-") if "-" in word else ()
        if not any(part in self.first_names and part not in self.also_words for part in parts):
            return False
        return all(part in self.first_names or part not in self.ordinary for part in parts)

    def is_unknown(self, word: str) -> bool:
        """True for a word in none of the lists, which may well be a name."""
        known = word in self.ordinary or word in self.first_names or (word,) in self.places
        if known or len(word) < 3 or not all(char.isalpha() or char == "-" for char in word):
            return False
        return not ("-" in word and all(part in self.ordinary or not part for part in word.split("-")))

    def place_at(self, found: list[Token], at: int) -> int:
        """How many tokens from `at` on are the name of a place; 0 when none are."""
        longest = self.longest_by_first.get(found[at].plain, 0) if at < len(found) else 0
        for count in range(min(longest, len(found) - at), 0, -1):
            if tuple(token.plain for token in found[at : at + count]) in self.places:
                return count
        return 0


@lru_cache(maxsize=1)
def the_words() -> Words:
    """The lists, read once. Raises BadFile for a broken topic file."""
    places = _names(_PLACE_FILES)
    longest: dict[str, int] = {}
    for place in places:
        longest[place[0]] = max(longest.get(place[0], 0), len(place))
    ours = {word for name in _cells(_OUR_FILES) for word in _PARTS.findall(name.lower())}
    for topic in all_topics().values():
        ours.update(re.findall(r"\b[a-z]+\b", " ".join((topic.title, topic.standard, topic.easy_read))))
    first, also = _listed("first_names"), _listed("names_that_are_words")
    return Words(
        first_names=first,
        surnames=_listed("surnames"),
        also_words=also | (ours & first),
        ordinary=_listed("ordinary_words") | ours,
        places=places,
        area_names=_names(_PLACE_FILES[:1]),
        longest_by_first=longest,
    )


def _listed(name: str) -> frozenset[str]:
    lines = (_LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _names(files) -> frozenset[tuple[str, ...]]:
    cells = _cells(files)
    written = cells + [cell.replace("-", " ") for cell in cells if "-" in cell]
    return frozenset(filter(None, (tuple(map(plain, _ANY_WORD.findall(name))) for name in written)))


def _cells(files) -> list[str]:
    found = []
    for name, columns in files:
        with (BUNDLED / name).open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                found += [part.strip() for column in columns for part in (row[column] or "").split("|")]
    return found
