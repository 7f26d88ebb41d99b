"""Learning the sense of danger from phrases and from the ordinary examples.

`python -m nlu.danger.sense.learning FILE` does so in a process of its own: Rasa trains beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import joblib
import numpy as np

from nlu.danger.sense.meaning import MeaningSense
from nlu.danger.sense.phrases import PhraseSet, read_phrases
from nlu.danger.sense.reading import DangerSense, as_wording
from nlu.danger.sense.spelling import SpellingSense
from nlu.examples import read_examples
from nlu.meaning.encoder import SentenceEncoder
from nlu.meaning.remembered import remembered_vectors
from nlu.training import the_encoder

CRISIS = "crisis."
KIND_OF = {"crisis.self_harm": "self_harm", "crisis.abuse": "abuse", "crisis.emergency": "emergency"}
ORDINARY_COUNTS = 0.3
"""How much an ordinary question counts beside a phrase: there are many more of them."""
ORDINARY_FOR_MEANING = 10
"""One ordinary question in so many is learned from by meaning: the time it takes grows with the square."""

Examples = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Lesson:
    """What is learned from, a row each: a text, its kind of danger (None: none), how much it counts.

    `for_meaning` is which rows meaning learns from: every phrase, and some ordinary questions.
    """

    texts: list[str]
    kinds: list[str | None]
    weights: np.ndarray
    for_meaning: list[int]

    def vectors(self, encoder: SentenceEncoder) -> np.ndarray:
        """The meaning of the rows that meaning learns from."""
        return remembered_vectors(encoder, [as_wording(self.texts[at]) for at in self.for_meaning])


def lesson(sets: Iterable[PhraseSet], examples: Examples) -> Lesson:
    """The lesson in sets of phrases and in (topic, question) examples, whose crisis topics are danger too."""
    sets = list(sets)
    rows = [(phrase, kind, 1.0) for one in sets for kind, phrase in one.danger]
    rows += [(phrase, None, 1.0) for one in sets for phrase in one.alike]
    rows += [(text, KIND_OF[topic], 1.0) for topic, text in examples if topic.startswith(CRISIS)]
    phrases = len(rows)
    rows += [(text, None, ORDINARY_COUNTS) for topic, text in examples if not topic.startswith(CRISIS)]
    texts, kinds, weights = zip(*rows, strict=True)
    some = [*range(phrases), *range(phrases, len(rows), ORDINARY_FOR_MEANING)]
    return Lesson(list(texts), list(kinds), np.array(weights), some)


def learn(sets: Iterable[PhraseSet], examples: Examples, encoder: SentenceEncoder) -> DangerSense:
    """Learns a lesson from sets of phrases and from examples of topics."""
    one = lesson(sets, examples)
    vectors = one.vectors(encoder)
    meaning = MeaningSense().fit(vectors, [one.kinds[at] for at in one.for_meaning], one.weights[one.for_meaning])
    return DangerSense(SpellingSense().fit(one.texts, one.kinds, one.weights), meaning, encoder)


def read_meaning(sets: Iterable[PhraseSet], examples: Examples, encoder: SentenceEncoder) -> None:
    """Reads what phrases mean before they are learned from, and remembers it. Logs how far it has come."""
    lesson(sets, examples).vectors(encoder)


def save(sense: DangerSense, path: Path) -> None:
    """Keeps what was learned; under another name until it is whole."""
    half_done = path.with_name(f"half-done-{path.name}")
    joblib.dump(sense, half_done)
    half_done.replace(path)


def load(path: Path, encoder: SentenceEncoder) -> DangerSense:
    """What was learned. Raises OSError and whatever a damaged file raises."""
    return joblib.load(path).with_encoder(encoder)


if __name__ == "__main__":
    save(learn(read_phrases(), list(read_examples()), the_encoder()), Path(sys.argv[1]))
