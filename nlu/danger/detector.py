"""Whether a message is about danger, by rules; quick, as patterns are tried only where their rarest word stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nlu.danger.mending import Mender
from nlu.danger.patterns import Pattern, Step, vocabulary
from nlu.danger.plain import END, plain_words
from nlu.danger.word_lists import KINDS, WordList, read_not_slips, read_word_lists

__all__ = ["KINDS", "Danger", "DangerDetector", "read_detector"]

NEAR = 5
"""How many words may stand between what a broad pattern found and words that take its danger away."""
PREFERRED = ("en", "pl", "ro", "ur", "bn", "pa", "ar")
"""Which language counts when words of several say the same, as Urdu and Panjabi often do in Latin letters."""
SHORTEST_JOINED = 8
SHORT, SHORT_COSTS = 4, 200
MOST_JOINED = 60
"""Patterns that would run together in more ways than these are not looked for run together."""


@dataclass(frozen=True)
class Danger:
    """What a message is about: kinds, the most urgent first; the language of the words that say so, if any.

    `broad`: only broad rules say so. `sure`: False where help is to be said first and the question answered as well.
    """

    kinds: tuple[str, ...]
    language: str | None
    broad: bool = False
    sure: bool = True


@dataclass(frozen=True)
class _Rule:
    kind: str
    language: str | None
    pattern: Pattern
    broad: bool = False


class DangerDetector:
    """Reads messages for danger. Built once; safe to use from several threads."""

    def __init__(self, lists: Sequence[WordList]):
        rules = [_Rule(kind, each.language, pattern) for each in lists for kind, pattern in each.danger]
        rules += [_Rule(kind, each.language, pattern, True) for each in lists for kind, pattern in each.broad]
        whole = [_Rule(kind, each.language, pattern) for each in lists for kind, pattern in each.whole]
        self._whole: dict[str, list[_Rule]] = defaultdict(list)
        for rule in whole:
            for word in rule.pattern.steps[0].firsts:
                self._whole[word].append(rule)
        self._alike = [pattern for each in lists for pattern in each.alike]
        self._beside = [pattern for each in lists for pattern in each.beside]
        every = [rule.pattern for rule in (*rules, *whole)]
        self._by_word, self._by_beginning = _anchored(rules)
        self._lengths = sorted({len(beginning) for beginning in self._by_beginning})
        words = vocabulary([*every, *self._alike, *self._beside])
        self._fillers = frozenset(word for each in lists for word in each.fillers)
        self._longest_whole = max((len(rule.pattern.steps) * 3 for rule in whole), default=0)
        self._mender = Mender(
            words | self._fillers,
            vocabulary(every),
            {start for pattern in every for step in pattern.steps for start in step.beginnings},
            read_not_slips(),
            {**_joined(every), **{said: (meant,) for each in lists for said, meant in each.same_as.items()}},
        )

    def read(self, text: str) -> Danger | None:
        """The danger in a message; None when there is none."""
        said = self._mender.mended(plain_words(text))
        found = self._held(said) + self._all_of(said)
        if not found:
            return None
        kinds = {rule.kind for rule, _ in found}
        longest: dict[str, int] = {}
        for rule, length in found:
            if rule.language:
                longest[rule.language] = max(length, longest.get(rule.language, 0))
        language = max(PREFERRED, key=lambda one: longest.get(one, 0)) if longest else None
        broad = all(rule.broad for rule, _ in found)
        return Danger(tuple(kind for kind in KINDS if kind in kinds), language, broad)

    def _candidates(self, said: Sequence[str]) -> list[_Rule]:
        rules: dict[int, _Rule] = {}
        for word in set(said):
            for rule in self._by_word.get(word, ()):
                rules[id(rule)] = rule
            for length in self._lengths:
                for rule in self._by_beginning.get(word[:length], ()) if len(word) >= length else ():
                    rules[id(rule)] = rule
        return list(rules.values())

    def _held(self, said: Sequence[str]) -> list[tuple[_Rule, int]]:
        """The rules that hold somewhere, with how many words say so; without what only looks like danger."""
        words = frozenset(said)
        likely = [rule for rule in self._candidates(said) if rule.pattern.may_fit(words)]
        spans = [(rule, span) for rule in likely for span in rule.pattern.spans(said)]
        if not spans:
            return []
        alike, beside = _spans(self._alike, words, said), []
        if any(rule.broad for rule, _ in spans):
            beside = _spans(self._beside, words, said)
        return [
            (rule, end - start)
            for rule, (start, end) in spans
            if not any(first < end and start < last for first, last in alike)
            and not (rule.broad and any(_near(said, start, end, first, last) for first, last in beside))
        ]

    def _all_of(self, said: Sequence[str]) -> list[tuple[_Rule, int]]:
        words = [word for word in said if word != END and word not in self._fillers]
        if not words:
            words = [word for word in said if word != END]
        if not words or len(words) > self._longest_whole:
            return []
        return [(rule, len(words)) for rule in self._whole.get(words[0], ()) if rule.pattern.is_all_of(words)]


@lru_cache(maxsize=1)
def read_detector() -> DangerDetector:
    """The detector with the word lists of this project. Raises BadWordList."""
    return DangerDetector(read_word_lists())


def _spans(patterns: Sequence[Pattern], words: frozenset[str], said: Sequence[str]) -> list[tuple[int, int]]:
    return [span for pattern in patterns if pattern.may_fit(words) for span in pattern.spans(said)]


def _near(said: Sequence[str], start: int, end: int, first: int, last: int) -> bool:
    """Whether one span is at most NEAR words from another, in the same sentence."""
    between = said[end:first] if first >= end else said[last:start]
    return len(between) <= NEAR and END not in between


def _anchored(rules: Sequence[_Rule]) -> tuple[dict[str, list[_Rule]], dict[str, list[_Rule]]]:
    """The rules by the words and by the beginnings of their rarest step."""
    common = Counter(
        word for rule in rules for step in rule.pattern.steps for word in step.firsts | set(step.beginnings)
    )
    by_word, by_beginning = defaultdict(list), defaultdict(list)
    for rule in rules:
        step = min(rule.pattern.steps, key=lambda step: _commonness(step, common))
        for word in step.firsts:
            by_word[word].append(rule)
        for beginning in step.beginnings:
            by_beginning[beginning].append(rule)
    return dict(by_word), dict(by_beginning)


def _commonness(step: Step, common: Counter[str]) -> int:
    """How often a message has a word of this step, roughly: short words and those of many patterns are common."""
    words = step.firsts | set(step.beginnings)
    return sum(common[word] + (SHORT_COSTS if len(word) < SHORT else 0) for word in words)


def _joined(patterns: Sequence[Pattern]) -> dict[str, tuple[str, ...]]:
    """The phrases that stand without gaps, run together: "killmyself"."""
    joined: dict[str, tuple[str, ...]] = {}
    for pattern in patterns:
        if len(pattern.steps) < 2 or any(step.gap or step.beginnings for step in pattern.steps):
            continue
        phrases: list[tuple[str, ...]] = [()]
        for step in pattern.steps:
            options = [(word,) for word in sorted(step.words)] + list(step.phrases)
            phrases = [(*before, *option) for before in phrases for option in options][: MOST_JOINED + 1]
        if len(phrases) <= MOST_JOINED:
            joined.update({"".join(words): words for words in phrases if len("".join(words)) >= SHORTEST_JOINED})
    return joined
