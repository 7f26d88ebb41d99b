"""Patterns of words in order, as people who are no programmers write them.

want to die          these words, one after the other
want .. die          up to two words may stand between; with "..." up to five, with "...." up to nine
die|dead             one of these words; a phrase among them is written with _ (die|be_dead)
<child>              one of the words or phrases of the list `child` of the same file
really?              may be left out
suicid*              every word that begins so
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from nlu.danger.plain import END, bare, flat

GAPS = {"..": 2, "...": 5, "....": 9}


@dataclass(frozen=True)
class Step:
    """One place of a pattern: the words that fit, the beginnings that fit, the phrases that fit.

    `gap` is how many other words may come before it.
    """

    words: frozenset[str]
    beginnings: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    gap: int = 0

    def ends(self, said: Sequence[str], at: int) -> Iterator[int]:
        """Where a fit that begins at this word ends."""
        word = said[at]
        if word in self.words or (self.beginnings and word.startswith(self.beginnings) and word):
            yield at + 1
        for phrase in self.phrases:
            if word == phrase[0] and tuple(said[at : at + len(phrase)]) == phrase:
                yield at + len(phrase)

    @cached_property
    def firsts(self) -> frozenset[str]:
        """Every exact word a fit can begin with."""
        return self.words | {phrase[0] for phrase in self.phrases}


@dataclass(frozen=True)
class Pattern:
    """Steps in order. `written` is what stands in the file."""

    written: str
    steps: tuple[Step, ...]

    def may_fit(self, words: frozenset[str]) -> bool:
        """False when one of the steps has none of its words among these, which is quick to see."""
        return all(step.beginnings or not step.firsts.isdisjoint(words) for step in self.steps)

    def spans(self, said: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where the pattern fits, as (first word, word after the last): the shortest fit from each beginning."""
        for start in range(len(said)):
            end = self._end(said, start, 0)
            if end is not None:
                yield start, end

    def is_all_of(self, said: Sequence[str]) -> bool:
        """True when the pattern fits from the first word to the last."""
        return self._end(said, 0, 0) == len(said)

    def _end(self, said: Sequence[str], at: int, number: int) -> int | None:
        if number == len(self.steps):
            return at
        step = self.steps[number]
        for begin in range(at, min(at + step.gap + 1, len(said))):
            for end in step.ends(said, begin):
                found = self._end(said, end, number + 1)
                if found is not None:
                    return found
            if said[begin] == END:
                return None
        return None


def parse(written: str, lists: Mapping[str, Sequence[str]]) -> list[Pattern]:
    """The patterns a line stands for: several when parts may be left out. Raises ValueError, KeyError."""
    slots: list[list[Step | None]] = []
    gap = 0
    for part in written.split():
        if part in GAPS:
            gap = GAPS[part]
            continue
        optional = part.endswith("?")
        step = _step(part.rstrip("?"), lists, gap)
        slots.append([step, None] if optional else [step])
        gap = 0
    if gap or not slots:
        raise ValueError("it must begin and end with a word")
    found = (tuple(step for step in steps if step) for steps in product(*slots))
    return [Pattern(written, steps) for steps in found if steps]


def _step(part: str, lists: Mapping[str, Sequence[str]], gap: int) -> Step:
    texts: list[str] = []
    for option in part.split("|"):
        texts += _listed(lists, option[1:-1]) if option.startswith("<") else [option]
    keys = [tuple(bare(flat(word)) for word in text.replace("_", " ").split()) for text in texts]
    return Step(
        frozenset(key[0] for key in keys if len(key) == 1 and not key[0].endswith("*")),
        tuple(key[0][:-1] for key in keys if len(key) == 1 and key[0].endswith("*")),
        tuple(key for key in keys if len(key) > 1),
        gap,
    )


def _listed(lists: Mapping[str, Sequence[str]], name: str) -> list[str]:
    texts = []
    for text in lists[name]:
        texts += _listed(lists, text[1:-1]) if text.startswith("<") else [text]
    return texts


def vocabulary(patterns: Iterable[Pattern]) -> set[str]:
    """Every exact word in these patterns."""
    found: set[str] = set()
    for pattern in patterns:
        for step in pattern.steps:
            found |= step.words
            found.update(word for phrase in step.phrases for word in phrase)
    return found
