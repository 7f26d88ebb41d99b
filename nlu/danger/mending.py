"""Undoing how words are bent: kiiill, k1ll, k*ll, k i l l, killmyself, suicde."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product

from rapidfuzz.distance import OSA

from nlu.danger.plain import END, bare

SLIP_FROM = 6
"""Letters a word must have for one slip to be forgiven."""
STARRED_FROM = 4
FEWEST_SPACED = 3
MOST_SPACED = 40
LONGEST_SPLIT = 12
ARABIC_AND = "و"
"""Written together with the word it comes before."""
ONE_LETTER = frozenset("ia")
_LONG_RUN = re.compile(r"(.)\1{2,}")
_SIGNS = re.compile(r"['*@$!|]+")
_LEET = {"0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i", "|": "il"}


class Mender:
    """Gives each word of a message as one of the known words where it plainly is one bent.

    `words` are all words of the patterns, `slips_of` those whose misspellings count, `never` ordinary words
    that are one letter away from one of them, `joined` what a word stands for: phrases run together, slang.
    """

    def __init__(
        self,
        words: Iterable[str],
        slips_of: Iterable[str],
        beginnings: Iterable[str],
        never: Iterable[str],
        joined: dict[str, tuple[str, ...]],
    ):
        self._words, self._never, self._joined = frozenset(words), frozenset(never), joined
        self._beginnings = tuple(beginnings)
        self._shorter: dict[str, list[str]] = {}
        for word in sorted(set(slips_of)):
            if len(word) >= STARRED_FROM and word.isalpha():
                for shorter in {word, *_one_less(word)}:
                    self._shorter.setdefault(shorter, []).append(word)

    def mended(self, said: Sequence[str]) -> list[str]:
        """The words of a message, mended."""
        mended: list[str] = []
        for word, spelt_out in _together(said):
            if word == END or word in self._words:
                mended.append(word)
            else:
                mended += (self._split(word) if spelt_out else None) or self._mend(word)
        return mended

    def _mend(self, word: str) -> Sequence[str]:
        if word in self._joined:
            return self._joined[word]
        apart = bare(word)
        if apart in self._words or apart in self._never:
            return (apart,)
        if apart[:1] == ARABIC_AND and apart[1:] in self._words:
            return (apart[1:],)
        if not apart.isalpha() and apart.isascii():
            straight = self._straightened(apart)
            if straight:
                return straight
            if _SIGNS.search(apart):
                return [bare(part) for part in _SIGNS.split(word) if part]
        if _LONG_RUN.search(apart):
            apart = self._unstretched(apart)
        if apart in self._words:
            return (apart,)
        return self._joined.get(apart) or self._joined.get(apart.removeprefix("i")) or (self._slip(apart) or apart,)

    def _straightened(self, word: str) -> Sequence[str] | None:
        if word.isdigit():
            return (word,)
        if "*" in word:
            starred = self._shorter.get(word.replace("*", ""), ()) if word.count("*") == 1 else ()
            found = [one for one in starred if len(one) == len(word) and one[0] == word[0]]
            return (found[0],) if found else None
        options = [_LEET.get(char, char) for char in word]
        if sum(len(option) > 1 for option in options) > 3:
            return None
        for letters in product(*options):
            plain = "".join(letters)
            plain = self._unstretched(plain) if _LONG_RUN.search(plain) else plain
            if plain in self._words:
                return (plain,)
            if plain in self._joined:
                return self._joined[plain]
        return None

    def _unstretched(self, word: str) -> str:
        """The word with letters typed three times and more written once or twice, whichever is a known word."""
        parts = _LONG_RUN.split(word)
        runs = parts[1::2]
        best = _LONG_RUN.sub(r"\1", word)
        if len(runs) > 3:
            return best
        for counts in product((1, 2), repeat=len(runs)):
            tried = parts[0] + "".join(
                letter * count + rest for letter, count, rest in zip(runs, counts, parts[2::2], strict=True)
            )
            if tried in self._words or tried in self._joined:
                return tried
        return best

    def _split(self, letters: str) -> list[str] | None:
        """Letters without spaces as known words, the longest words first; None when they do not come out."""
        if not letters:
            return []
        for length in range(min(len(letters), LONGEST_SPLIT), 0, -1):
            head = letters[:length]
            if head in self._words and (length > 1 or head in ONE_LETTER):
                rest = self._split(letters[length:])
                if rest is not None:
                    return [head, *rest]
        return None

    def _slip(self, word: str) -> str | None:
        """The one known word that this is, but for one slip (insert, delete, replace, swap)."""
        if len(word) < SLIP_FROM - 1:
            return None
        near = {one for shorter in (word, *_one_less(word)) for one in self._shorter.get(shorter, ())}
        fits = [
            one for one in sorted(near) if len(one) >= SLIP_FROM and one[0] == word[0] and OSA.distance(one, word) == 1
        ]
        return fits[0] if fits else None


def _one_less(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _together(said: Sequence[str]) -> list[tuple[str, bool]]:
    """The words, with letters spelt out one by one ("k i l l") put together; True for what was spelt out."""
    if sum(len(word) == 1 for word in said) < FEWEST_SPACED:
        return [(word, False) for word in said]
    words: list[tuple[str, bool]] = []
    run: list[str] = []
    for word in (*said, END):
        if len(word) == 1 and word.isalnum() and len(run) < MOST_SPACED:
            run.append(word)
            continue
        words += [("".join(run), True)] if len(run) >= FEWEST_SPACED else [(one, False) for one in run]
        run = []
        words.append((word, False))
    return words[:-1]
