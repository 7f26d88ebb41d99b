"""Towns with one slip of the fingers, found quickly among thousands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from nlu.text import Word

SHORTEST = 7
"""Shorter towns must be spelt right: too many words are one slip from a short name."""


class TownSlips:
    """Finds towns one slip away, by looking up what both spellings become with a letter left out."""

    def __init__(self, names: Iterable[tuple[str, ...]]):
        self._names: dict[str, list[tuple[str, ...]]] = {}
        for name in names:
            self._names.setdefault("".join(name), []).append(name)
        self._less_a_letter: dict[str, set[str]] = {}
        for joined in self._names:
            if len(joined) >= SHORTEST and joined.isalpha():
                for less in _less_a_letter(joined):
                    self._less_a_letter.setdefault(less, set()).add(joined)
        self._longest = max((len(name) for names in self._names.values() for name in names), default=0)

    def beginning_at(self, tokens: list[Word], first: int) -> Iterator[tuple[int, list[tuple[str, ...]]]]:
        """The towns one slip from the words that begin at `first`, with the last of those words.

        Two words are never one name run together: "the wall" is not Thelwall.
        """
        joined = ""
        for last in range(first, min(first + self._longest, len(tokens))):
            joined += tokens[last].plain
            written = last + 1 - first
            names = [name for name in self.near(joined) if len(name) >= written]
            if names:
                yield last, names

    def near(self, joined: str) -> list[tuple[str, ...]]:
        """The towns that these letters, without spaces, are one slip from. They must begin right."""
        if len(joined) < SHORTEST - 1:
            return []
        alike = {town for less in _less_a_letter(joined) for town in self._less_a_letter.get(less, ())}
        alike = {town for town in alike if town[0] == joined[0] and OSA.distance(town, joined, score_cutoff=1) <= 1}
        return [name for town in sorted(alike) for name in self._names[town]]


def _less_a_letter(joined: str) -> set[str]:
    return {joined, *(joined[:at] + joined[at + 1 :] for at in range(len(joined)))}
