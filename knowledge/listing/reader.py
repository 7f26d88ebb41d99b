"""`ListReader` turns the words of a question into a ListQuery, by rules whose words live in `words.yml`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import process

from knowledge.listing.query import Kind, ListQuery, Order
from knowledge.listing.times import FoundPeriod, find_period, number
from knowledge.listing.words import Meaning, read_phrases, split

MOST_AT_ONCE = 10
SPELT_FROM = 75


@dataclass(frozen=True)
class _Found:
    """A phrase in the words: where its first word stands, how many they are, and what it means."""

    at: int
    length: int
    meanings: Sequence[Meaning]


class ListReader:
    """Reads list questions. `names` are the names of areas: "East Riding" is no region."""

    def __init__(self, names: Iterable[str]):
        self._names = {split(name): name for name in names}
        self._phrases = {name: () for name in self._names if len(name) > 1} | read_phrases()
        self._longest = max(map(len, self._phrases))

    def read(self, text: str, today: dt.date) -> ListQuery:
        """What the words ask for. Words that mean nothing here are passed over; no words mean the newest reports."""
        words = split(text)
        times = find_period(words, today)
        taken = set(range(times.at, times.at + times.length)) if times else set()
        found = self._scan(words, taken)
        outcomes = tuple(dict.fromkeys(_all(found, "outcomes")))
        orders = _all(found, "orders")
        return ListQuery(
            regions=tuple(dict.fromkeys(region for regions in _all(found, "regions") for region in regions)),
            outcomes=outcomes,
            kind=_kind(set(_all(found, "kinds")), bool(outcomes)),
            order=Order(orders[0]) if orders else Order.NEWEST,
            period=times.period if times else None,
            visited=_is_about_visits(found, times),
            graded=bool(_all(found, "graded")),
            most=_most(words, taken, found),
        )

    def is_region(self, said: str) -> bool:
        """True when a name of a place is read as one or several regions."""
        return any(kind == "regions" for kind, _ in self._phrases.get(split(said), ()))

    def spelt(self, said: str) -> str:
        """The name on record that a place named with a slip comes nearest to; the name itself when none is near."""
        if split(said) in self._names:
            return self._names[split(said)]
        near = process.extractOne(said, self._names.values(), processor=str.lower, score_cutoff=SPELT_FROM)
        return near[0] if near else said

    def _scan(self, words: tuple[str, ...], taken: set[int]) -> list[_Found]:
        found, at = [], 0
        while at < len(words):
            length = 0 if at in taken else self._match(words, at)
            if length:
                found.append(_Found(at, length, self._phrases[words[at : at + length]]))
            at += max(length, 1)
        return found

    def _match(self, words: tuple[str, ...], at: int) -> int:
        lengths = range(min(self._longest, len(words) - at), 0, -1)
        return next((length for length in lengths if words[at : at + length] in self._phrases), 0)


def _all(found: Iterable[_Found], kind: str) -> list[Any]:
    return [value for one in found for name, value in one.meanings if name == kind]


def _kind(kinds: set[str], has_outcome: bool) -> Kind:
    """The kind meant when several are said: "due a monitoring visit", "still waiting, when are they due"."""
    if {"due", "monitoring"} <= kinds:
        return Kind.MONITORING_DUE
    if has_outcome:
        kinds = kinds - {"now"}
    return next((Kind(kind) for kind in ("none_yet", "monitoring", "due", "now") if kind in kinds), Kind.FULL)


def _is_about_visits(found: Sequence[_Found], times: FoundPeriod | None) -> bool:
    """True when the word nearest to the time is about visits."""
    if times is None:
        return False
    near = [
        (abs(one.at - times.at), one.at > times.at, name)
        for one in found
        for name, _ in one.meanings
        if name in ("visited", "published")
    ]
    return bool(near) and min(near)[2] == "visited"


def _most(words: tuple[str, ...], taken: set[int], found: Sequence[_Found]) -> int | None:
    """The number said right after "last", "top" and the like: "last five reports"."""
    for one in found:
        after = one.at + one.length
        if after < len(words) and after not in taken and {name for name, _ in one.meanings} & {"orders", "graded"}:
            count = number(words[after])
            if count:
                return min(count, MOST_AT_ONCE)
    return None
