"""`DangerSense` weighs rules, words and meaning together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nlu.danger.detector import Danger
from nlu.danger.sense.meaning import MeaningSense
from nlu.danger.sense.spelling import SpellingSense
from nlu.danger.sense.weights import Weights, read_weights
from nlu.danger.word_lists import KINDS
from nlu.meaning.encoder import SentenceEncoder
from nlu.topics.wording import for_meaning, is_english_script, masked

NEARLY = 2.0
"""A kind this near to the likeliest one (in logarithms of odds, of words and meaning together) counts as well."""


@dataclass(frozen=True)
class Sensed:
    """How likely a message is about danger (0 to 1), and of which kinds if it is, the most urgent first."""

    share: float
    kinds: tuple[str, ...]


class DangerSense:
    """Learned from phrases of danger and look-alikes. English only; `sense` is None for other scripts."""

    def __init__(self, spelling: SpellingSense, meaning: MeaningSense, encoder: SentenceEncoder | None = None):
        self._spelling, self._meaning, self._encoder = spelling, meaning, encoder

    def with_encoder(self, encoder: SentenceEncoder) -> DangerSense:
        """The same sense with this encoder: one read from a file has none."""
        self._encoder = encoder
        return self

    def sense(self, text: str, ruled: Danger | None, weights: Weights | None = None) -> Sensed | None:
        """What the message is likely about. `ruled` is what the rules found in it. None: it can't be told."""
        if not text.strip() or not is_english_script(text):
            return None
        weights = weights or read_weights()
        words, kinds = self._spelling.read(text)
        if words < weights.asks_meaning_from and ruled is None:
            return Sensed(0.0, ())
        vector = self._encoder.vector(as_wording(text))
        share = weights.share(features(words, self._meaning.read(vector), ruled))
        return Sensed(share, _likely(kinds + self._meaning.kinds(vector)))

    def __getstate__(self) -> dict:
        """Leaves the encoder out: a file holds what was learned, never the weights of the encoder."""
        return {**self.__dict__, "_encoder": None}


def _likely(margins: np.ndarray) -> tuple[str, ...]:
    """The likeliest kind, and any other that is nearly as likely: too many numbers are better than the wrong ones."""
    return tuple(kind for kind, margin in zip(KINDS, margins, strict=True) if margin >= margins.max() - NEARLY)


def as_wording(text: str) -> str:
    """The text as its meaning is read: the way the topics read it, places as they are."""
    return for_meaning(masked(text, ()))


def features(words: float, meant: float, ruled: Danger | None) -> np.ndarray:
    """What is weighed: words, meaning, whether a narrow rule holds, whether only broad ones do."""
    return np.array([words, meant, ruled is not None and not ruled.broad, ruled is not None and ruled.broad], float)
