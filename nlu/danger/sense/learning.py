"""Learning the sense of danger from phrases and from the ordinary examples."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import joblib
import numpy as np

from nlu.danger.sense.meaning import MeaningSense
from nlu.danger.sense.phrases import PhraseSet
from nlu.danger.sense.reading import DangerSense, as_wording
from nlu.danger.sense.spelling import SpellingSense
from nlu.meaning.encoder import SentenceEncoder
from nlu.meaning.remembered import remembered_vectors

CRISIS = "crisis."
KIND_OF = {"crisis.self_harm": "self_harm", "crisis.abuse": "abuse", "crisis.emergency": "emergency"}
ORDINARY_COUNTS = 0.3
"""How much an ordinary question counts beside a phrase: there are many more of them."""
ORDINARY_FOR_MEANING = 5
"""One ordinary question in so many is learned from by meaning: the time it takes grows with the square."""

Examples = Sequence[tuple[str, str]]


def learn(sets: Iterable[PhraseSet], examples: Examples, encoder: SentenceEncoder) -> DangerSense:
    """Learns from sets of phrases and from (topic, question) examples, whose crisis topics are danger too."""
    sets = list(sets)
    rows = [(phrase, kind, 1.0) for one in sets for kind, phrase in one.danger]
    rows += [(phrase, None, 1.0) for one in sets for phrase in one.alike]
    rows += [(text, KIND_OF[topic], 1.0) for topic, text in examples if topic.startswith(CRISIS)]
    phrases, ordinary = len(rows), [text for topic, text in examples if not topic.startswith(CRISIS)]
    rows += [(text, None, ORDINARY_COUNTS) for text in ordinary]
    texts, kinds = [row[0] for row in rows], [row[1] for row in rows]
    weights = np.array([row[2] for row in rows])
    spelling = SpellingSense().fit(texts, kinds, weights)
    some = [*range(phrases), *range(phrases, len(rows), ORDINARY_FOR_MEANING)]
    vectors = remembered_vectors(encoder, [as_wording(texts[at]) for at in some])
    meaning = MeaningSense().fit(vectors, [kinds[at] for at in some], weights[some])
    return DangerSense(spelling, meaning, encoder)


def save(sense: DangerSense, path: Path) -> None:
    """Keeps what was learned; under another name until it is whole."""
    half_done = path.with_name(f"half-done-{path.name}")
    joblib.dump(sense, half_done)
    half_done.replace(path)


def load(path: Path, encoder: SentenceEncoder) -> DangerSense:
    """What was learned. Raises OSError and whatever a damaged file raises."""
    return joblib.load(path).with_encoder(encoder)
