"""Finding misspelt names in a message: which words to try, and when a slip is rather one in an ordinary word."""

from __future__ import annotations

from collections.abc import Iterable

from nlu.areas.evidence import COUNCIL, LEADING, WITHIN, is_a_surname, word_after, word_before
from nlu.areas.names import Meaning, NameIndex
from nlu.areas.slips import SlipFinder
from nlu.areas.town_slips import TownSlips
from nlu.text import Word


class Misspelt:
    """Finds misspelt names. `vocabulary` is the ordinary words that are never taken for one."""

    def __init__(self, index: NameIndex, vocabulary: Iterable[str]):
        names = {name: meaning for name, meaning in index.meanings.items() if not meaning.town}
        name_words = {word for name in names for word in name} | {name[0] for name in index.meanings if len(name) == 1}
        known = set(vocabulary) - (name_words - index.ordinary.keys())
        self._meanings = index.meanings
        self._longest = max(map(len, names))
        self._slips = SlipFinder(names, known)
        self._towns = TownSlips(name for name, meaning in index.meanings.items() if meaning.town)

    def find(self, tokens: list[Word], first: int, text: str) -> tuple[int, Meaning] | None:
        """The last word and the meaning of the misspelt name that begins at a word, if one does."""
        if not self._slips.may_begin(tokens[first].plain):
            return None
        best = self._nearest(tokens, first)
        town = self._town(tokens, first)
        if best is None or (town and best[0] > 1):
            best = (1, town[0], [*town[1], *(best[2] if best else [])]) if town else best
        if best is None or is_a_surname(tokens, first, best[1], text):
            return None
        distance, last, names = best
        led_in = word_before(tokens, first) in LEADING
        if last == first and not led_in and self._slips.nearer_to_a_word(tokens[first].plain, distance):
            return None
        return last, self._merged(names)

    def longer(self, tokens: list[Word], first: int, last: int) -> tuple[int, Meaning] | None:
        """The misspelt name of an area that begins with a place spelt right and goes on after it, if there is one."""
        best = self._nearest(tokens, first)
        return (best[1], self._merged(best[2])) if best and best[1] > last else None

    def _nearest(self, tokens: list[Word], first: int) -> tuple[int, int, list[tuple[str, ...]]] | None:
        """How far off, the last word, and the names at that distance: the nearest of names that are no towns."""
        best = None
        for length in range(min(self._longest, len(tokens) - first), 0, -1):
            written = [token.plain for token in tokens[first : first + length]]
            if all(map(self._slips.is_word, written)):
                continue
            names, distance = self._slips.nearest(written)
            if names and (best is None or distance < best[0]):
                best = (distance, first + length - 1, names)
            elif names and distance == best[0]:  # "herfordshire council" is near two counties, near one council
                best = (distance, best[1], [*best[2], *names])
        return best

    def _town(self, tokens: list[Word], first: int) -> tuple[int, list[tuple[str, ...]]] | None:
        """The last word and the towns one slip away, where the sentence reads as if a place were meant."""
        found = None
        for last, names in self._towns.beginning_at(tokens, first):
            alone = first == 0 and last == len(tokens) - 1
            if alone or word_before(tokens, first) in WITHIN or word_after(tokens, last) in COUNCIL:
                found = last, names
        if found and found[0] == first and self._slips.nearer_to_a_word(tokens[first].plain, 1):
            return None
        return found

    def _merged(self, names: list[tuple[str, ...]]) -> Meaning:
        meanings = [self._meanings[name] for name in names]
        codes = tuple(dict.fromkeys(code for meaning in meanings for code in meaning.codes))
        nation = next((meaning.nation for meaning in meanings if meaning.nation), None)
        places = {meaning.place for meaning in meanings}
        place = places.pop() if len(places) == 1 else None
        return Meaning(codes, None if codes else nation, place=place)
