"""`AreaFinder` finds the areas a message names: longest name first, slips allowed, never a guess."""

from __future__ import annotations

from collections.abc import Iterable

from nlu.areas.evidence import has_other_sense, is_a_surname, is_place
from nlu.areas.mention import Mention
from nlu.areas.misspelt import Misspelt
from nlu.areas.names import SUFFIXES, Meaning, NameIndex
from nlu.areas.settling import Settler
from nlu.text import Word, words

SHORTEST_POSSESSIVE = 5


class AreaFinder:
    """Finds places in text. `vocabulary` is the ordinary words that are never taken for a misspelt name."""

    def __init__(self, index: NameIndex, vocabulary: Iterable[str] = ()):
        self._index = index
        self._reach: dict[str, int] = {}
        for name in index.meanings:
            self._reach[name[0]] = max(len(name), self._reach.get(name[0], 1))
        self._misspelt = Misspelt(index, vocabulary)
        self._settler = Settler(index)

    def find(self, text: str) -> list[Mention]:
        """The places named in `text`, in order, without overlaps."""
        tokens = words(text)
        found: list[Mention] = []
        position = 0
        while position < len(tokens):
            match, exact = self._match(tokens, position, text)
            if match is None:
                position += 1
                continue
            last, meaning = match
            last = _with_suffix(tokens, last)
            start, end = tokens[position].start, tokens[last].end
            found.append(
                Mention(text[start:end], start, end, meaning.codes, meaning.nation, exact, place=meaning.place)
            )
            position = last + 1
        return self._settler.settled(found, text)

    def _match(self, tokens: list[Word], first: int, text: str) -> tuple[tuple[int, Meaning] | None, bool]:
        """The place that begins at a word, and whether it is spelt right. "Waltham forst" is no town Waltham."""
        match = self._exact(tokens, first, text)
        if match and match[1].official:
            return match, True
        if match or (tokens[first].plain,) in self._index.meanings:
            longer = self._misspelt.longer(tokens, first, match[0] if match else first)
            return (longer, False) if longer else (match, True)
        return self._misspelt.find(tokens, first, text), False

    def _exact(self, tokens: list[Word], first: int, text: str) -> tuple[int, Meaning] | None:
        for last, meaning in self._named(tokens, first):
            if is_a_surname(tokens, first, last, text):
                continue
            if not self._is_ordinary(tokens, first, last, text) or self._beside_its_area(tokens, last, meaning):
                return last, meaning
        return None

    def _named(self, tokens: list[Word], first: int) -> Iterable[tuple[int, Meaning]]:
        """The names that begin at a word, the longest first, with their last words."""
        reach = self._reach.get(tokens[first].plain, 1)
        plain = tuple(token.plain for token in tokens[first : first + reach])
        for length in range(len(plain), 0, -1):
            meaning = self._index.meanings.get(plain[:length]) or self._possessive(plain[:length])
            if meaning is not None:
                yield first + length - 1, meaning

    def _possessive(self, plain: tuple[str, ...]) -> Meaning | None:
        """What "kents" means in "kents local offer": a name with an s, its apostrophe lost."""
        last = plain[-1]
        if len(last) < SHORTEST_POSSESSIVE or not last.endswith("s") or last[:-1] in self._index.ordinary:
            return None
        return self._index.meanings.get((*plain[:-1], last[:-1]))

    def _is_ordinary(self, tokens: list[Word], first: int, last: int, text: str) -> bool:
        kind = self._index.ordinary.get(tokens[first].plain) if first == last else None
        if kind:
            return not is_place(tokens, first, last, text, kind)
        return has_other_sense(tokens, first, last)

    def _beside_its_area(self, tokens: list[Word], last: int, meaning: Meaning) -> bool:
        """True for "Deal, Kent" and "Street in Somerset": the area it lies in is named right after it."""
        after = last + 1 + (last + 1 < len(tokens) and tokens[last + 1].plain == "in")
        beside = (found for _, found in self._named(tokens, after)) if after < len(tokens) else ()
        around = (
            set(found.codes) | self._index.counties.get(found.codes, frozenset()) for found in beside if not found.town
        )
        return any(codes & set(meaning.codes) for codes in around)


def _with_suffix(tokens: list[Word], last: int) -> int:
    following = tuple(token.plain for token in tokens[last + 1 : last + 3])
    for suffix in SUFFIXES:
        if following[: len(suffix)] == suffix:
            return last + len(suffix)
    return last
