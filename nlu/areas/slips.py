"""Names with a slip or two of the fingers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from nlu.areas.names import Meaning

SHORTEST = 5
SHORTEST_UNOFFICIAL = 6
TWO_SLIPS_FROM = 9
COMPASS = frozenset({"north", "south", "east", "west"})
ANY_FIRST_LETTER_FROM = 7
"""Short names must begin right: "alton" is a town, not Halton with its H lost."""


def allowed_slips(length: int) -> int:
    """How many slips a name of so many letters may hold: none below 5, one below 9, else two."""
    return 0 if length < SHORTEST else 1 if length < TWO_SLIPS_FROM else 2


class SlipFinder:
    """Finds the names nearest to a misspelt text (insert, delete, replace, swap: one slip each)."""

    def __init__(self, names: Mapping[tuple[str, ...], Meaning], vocabulary: Iterable[str]):
        self._keys: dict[str, list[tuple[str, ...]]] = {}
        self._official = {name for name, meaning in names.items() if meaning.official}
        self._first_words = {name[0] for name in names if len(name) > 1}
        for name, meaning in names.items():
            joined = "".join(name)
            shortest = SHORTEST if meaning.official else SHORTEST_UNOFFICIAL
            if meaning.codes and len(joined) >= shortest and joined.isalpha():
                self._keys.setdefault(joined, []).append(name)
        self._joined = list(self._keys)
        self._vocabulary = frozenset(vocabulary)
        self._near_words = [word for word in self._vocabulary if len(word) >= SHORTEST - 1]

    def is_word(self, plain: str) -> bool:
        """True for a word of the ordinary vocabulary, which is never taken for a slip."""
        return plain in self._vocabulary or len(plain) < SHORTEST - 1 or any(map(str.isdigit, plain))

    def may_begin(self, plain: str) -> bool:
        """True for a word that a misspelt name can begin with: no ordinary word, or one some name begins with."""
        return not self.is_word(plain) or plain in self._first_words

    def nearest(self, written: Sequence[str]) -> tuple[list[tuple[str, ...]], int]:
        """The names at the smallest distance from these words that is allowed, and that distance."""
        joined = "".join(written)
        slips = allowed_slips(max(len(joined), SHORTEST))
        found = process.extract(joined, self._joined, scorer=OSA.distance, score_cutoff=slips, limit=8)
        names = [
            (name, distance)
            for key, distance, _ in found
            for name in self._keys[key]
            if distance <= self._allowed(name) and _begins_right(key, joined) and self._fits(name, written)
        ]
        best = min((distance for _, distance in names), default=0)
        return [name for name, distance in names if distance == best], best

    def _allowed(self, name: tuple[str, ...]) -> int:
        """Two slips only in official names: in a long list of towns they make one town of another."""
        slips = allowed_slips(sum(map(len, name)))
        return slips if name in self._official else min(slips, 1)

    def _fits(self, name: tuple[str, ...], written: Sequence[str]) -> bool:
        """False when another compass point or another whole area is written: West Essex is not West Sussex."""
        if (COMPASS & set(written)) - set(name):
            return False
        if len(name) < len(written) and name not in self._official:  # "bots over" is not Bolsover
            return False
        return not any((word,) in self._official and word not in name for word in written)

    def nearer_to_a_word(self, plain: str, distance: int) -> bool:
        """True when an ordinary word is as near as the name is, so that the slip may be in that word."""
        found = process.extractOne(plain, self._near_words, scorer=OSA.distance, score_cutoff=distance)
        return found is not None


def _begins_right(name: str, written: str) -> bool:
    return len(name) >= ANY_FIRST_LETTER_FROM or name[0] == written[0] or name[:2] == written[1::-1]
