"""Choosing the weights: each set of phrases is judged by what was learned from all others.

`python -m nlu.danger.sense.choosing tests/questions` takes some minutes and writes `weights.yml`. The questions are
held-out ones, of which next to none may be taken for danger.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from nlu.danger.detector import read_detector
from nlu.danger.sense.learning import CRISIS, Examples, learn
from nlu.danger.sense.phrases import PhraseSet, read_phrases
from nlu.danger.sense.reading import DangerSense, as_wording, features
from nlu.danger.sense.weights import Weights, write_weights
from nlu.examples import read_examples
from nlu.training import the_encoder

ALIKE_SURE, ORDINARY_SURE = 0.009, 0.001
"""The shares of look-alikes and of ordinary questions that may be answered with help alone: the bars, and a little."""
ALIKE_POSSIBLE, ORDINARY_POSSIBLE = 0.15, 0.02
"""The shares that may have help said before the answer: it costs them three lines, and a child its life if not."""
LOST_UNASKED = 0.002
"""The share of danger that may be lost because meaning is not asked about words so ordinary."""
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def choose(sets: Sequence[PhraseSet], examples: Examples, questions: Sequence[str]) -> Weights:
    """The weights under which most danger is found and no bar is passed. Says on standard error how far it has come."""
    danger, alike = [], []
    for number, left_out in enumerate(sets, start=1):
        print(f"{number} of {len(sets)}: {left_out.name}", file=sys.stderr)
        sense = learn([one for one in sets if one is not left_out], examples, the_encoder(2))
        danger += [_features(sense, phrase) for _, phrase in left_out.danger]
        alike += [_features(sense, phrase) for phrase in left_out.alike]
    print("ordinary questions", file=sys.stderr)
    sense = learn(sets, examples, the_encoder(2))
    return _chosen(np.array(danger), np.array(alike), np.array([_features(sense, text) for text in questions]))


def _features(sense: DangerSense, text: str) -> np.ndarray:
    words, _ = sense._spelling.read(text)
    return features(words, sense._meaning.read(sense._encoder.vector(as_wording(text))), read_detector().read(text))


def _chosen(danger: np.ndarray, alike: np.ndarray, ordinary: np.ndarray) -> Weights:
    rows = np.vstack([danger, alike, ordinary])
    right = np.array([True] * len(danger) + [False] * (len(alike) + len(ordinary)))
    weigher = LogisticRegression(C=10.0).fit(rows, right)
    shares = {name: weigher.predict_proba(part)[:, 1] for name, part in (("a", alike), ("o", ordinary))}
    sure = max(_above(shares["a"], ALIKE_SURE), _above(shares["o"], ORDINARY_SURE))
    possible = max(_above(shares["a"], ALIKE_POSSIBLE), _above(shares["o"], ORDINARY_POSSIBLE))
    found = danger[weigher.predict_proba(danger)[:, 1] >= possible]
    asked = float(np.quantile(found[:, 0], LOST_UNASKED))
    return Weights(*map(float, weigher.coef_[0]), float(weigher.intercept_[0]), asked, possible, sure)


def _above(shares: np.ndarray, most: float) -> float:
    """The lowest bar that at most so many reach."""
    return float(np.sort(shares)[::-1][int(most * len(shares))]) + 1e-6


def main(questions: Path) -> None:
    """Chooses the weights and writes them."""
    sets, asked = read_phrases(), [text for topic, text in read_examples(questions) if not topic.startswith(CRISIS)]
    weights = choose(sets, list(read_examples(EXAMPLES)), asked)
    count = sum(len(one.danger) + len(one.alike) for one in sets)
    write_weights(weights, f"Chosen by `python -m nlu.danger.sense.choosing`: {count} phrases, {len(asked)} questions.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
