"""`AreaFinder` finds the areas a message names: longest name first, slips allowed, never a guess."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nlu.areas.evidence import LEADING, has_other_sense, is_a_surname, is_place, word_before
from nlu.areas.names import SUFFIXES, Meaning, NameIndex
from nlu.areas.slips import SlipFinder
from nlu.text import Word, words

SHORTEST_POSSESSIVE = 5


@dataclass(frozen=True)
class Mention:
    """A place named in a message. One code: that area. Several: ask which. A nation: not England.

    `unsure` is set for a postcode that must be asked about, even with one code or none: see `nlu.areas.postcodes`.
    """

    said: str
    start: int
    end: int
    codes: tuple[str, ...]
    nation: str | None = None
    exact: bool = True
    unsure: str | None = None


class AreaFinder:
    """Finds places in text. `vocabulary` is the ordinary words that are never taken for a misspelt name."""

    def __init__(self, index: NameIndex, vocabulary: Iterable[str] = ()):
        self._index = index
        self._longest = index.longest
        name_words = {word for name in index.meanings for word in name}
        self._slips = SlipFinder(index.meanings, set(vocabulary) - (name_words - index.ordinary))

    def find(self, text: str) -> list[Mention]:
        """The places named in `text`, in order, without overlaps."""
        tokens = words(text)
        found: list[Mention] = []
        position = 0
        while position < len(tokens):
            match = self._exact(tokens, position, text)
            if match is None and (tokens[position].plain,) not in self._index.meanings:
                match = self._misspelt(tokens, position)
            if match is None:
                position += 1
                continue
            last, meaning, exact = match
            last = self._with_suffix(tokens, last)
            start, end = tokens[position].start, tokens[last].end
            found.append(Mention(text[start:end], start, end, meaning.codes, meaning.nation, exact))
            position = last + 1
        return found

    def _exact(self, tokens: list[Word], first: int, text: str) -> tuple[int, Meaning, bool] | None:
        plain = tuple(token.plain for token in tokens[first : first + self._longest])
        for length in range(len(plain), 0, -1):
            meaning = self._index.meanings.get(plain[:length]) or self._possessive(plain[:length])
            if meaning is None:
                continue
            last = first + length - 1
            if length == 1 and self._is_ordinary(tokens, first, last, text):
                continue
            if not is_a_surname(tokens, first):
                return last, meaning, True
        return None

    def _possessive(self, plain: tuple[str, ...]) -> Meaning | None:
        """What "kents" means in "kents local offer": a name with an s, its apostrophe lost."""
        last = plain[-1]
        if len(last) < SHORTEST_POSSESSIVE or not last.endswith("s") or last[:-1] in self._index.ordinary:
            return None
        return self._index.meanings.get((*plain[:-1], last[:-1]))

    def _is_ordinary(self, tokens: list[Word], first: int, last: int, text: str) -> bool:
        if tokens[first].plain in self._index.ordinary:
            return not is_place(tokens, first, last, text)
        return has_other_sense(tokens, first, last)

    def _misspelt(self, tokens: list[Word], first: int) -> tuple[int, Meaning, bool] | None:
        if not self._slips.may_begin(tokens[first].plain):
            return None
        best: tuple[int, int, list] | None = None
        for length in range(min(self._longest, len(tokens) - first), 0, -1):
            written = [token.plain for token in tokens[first : first + length]]
            if all(map(self._slips.is_word, written)):
                continue
            names, distance = self._slips.nearest(written)
            if names and (best is None or distance < best[0]):
                best = (distance, first + length - 1, names)
        if best is None:
            return None
        distance, last, names = best
        led_in = word_before(tokens, first) in LEADING
        if last == first and not led_in and self._slips.nearer_to_a_word(tokens[first].plain, distance):
            return None
        return last, self._merge(names), False

    def _merge(self, names: list[tuple[str, ...]]) -> Meaning:
        meanings = [self._index.meanings[name] for name in names]
        codes = tuple(dict.fromkeys(code for meaning in meanings for code in meaning.codes))
        nation = next((meaning.nation for meaning in meanings if meaning.nation), None)
        return Meaning(codes, None if codes else nation)

    @staticmethod
    def _with_suffix(tokens: list[Word], last: int) -> int:
        following = tuple(token.plain for token in tokens[last + 1 : last + 3])
        for suffix in SUFFIXES:
            if following[: len(suffix)] == suffix:
                return last + len(suffix)
        return last
