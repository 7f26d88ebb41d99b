"""Two stages of telling topics: spelling first, and meaning as well where spelling is unsure."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from nlu.meaning.classifier import MeaningClassifier
from nlu.meaning.encoder import SentenceEncoder
from nlu.meaning.remembered import remembered_vectors
from nlu.topics.classifier import TopicClassifier
from nlu.topics.wording import for_meaning, is_english_script

SURE_FROM = 0.995
"""From this confidence of the first stage on, the second is not asked."""
SHARE_OF_MEANING = 0.3
SHARPNESS = 1.0
"""Chosen on held-out questions (docs/decisions/0006-meaning.md)."""


class TopicCascade:
    """Ranks topics for a wording (see `nlu.topics.wording`). Without an encoder it is the first stage alone."""

    def __init__(self, encoder: SentenceEncoder | None = None):
        self.first = TopicClassifier()
        self.second: MeaningClassifier | None = None
        self._encoder = encoder

    @property
    def topics(self) -> list[str]:
        """The topics it knows."""
        return self.first.topics

    def fit(self, wordings: Sequence[str], topics: Sequence[str]) -> TopicCascade:
        """Learns from wordings and their topics, of equal length. Raises ValueError for fewer than three topics.

        Both stages learn at the same time, each on a core of its own: neither holds Python's lock while it does.
        """
        with ThreadPoolExecutor(1) as beside:
            spelling = beside.submit(self.first.fit, wordings, topics)
            if self._encoder:
                vectors = remembered_vectors(self._encoder, [for_meaning(one) for one in wordings])
                self.second = MeaningClassifier().fit(vectors, topics)
            spelling.result()
        return self

    def knows(self, wording: str) -> bool:
        """False for gibberish: a wording in which no word of three letters or more was ever learned."""
        return self.first.knows(wording)

    def share_known(self, wording: str) -> float:
        """The share of a wording's words that the examples use, and that are English for that reason."""
        return self.first.share_known(wording)

    def with_encoder(self, encoder: SentenceEncoder | None) -> TopicCascade:
        """The same cascade with this encoder: one read from a file has none."""
        self._encoder = encoder
        return self

    def ranking(self, wording: str, length: int = 5) -> list[tuple[str, float]]:
        """The likeliest topics with their confidence (all topics' add up to 1), best first."""
        logarithms = self.first.log_confidence(wording)
        if self._asks_second(wording, logarithms):
            meant = self.second.log_confidence(self._encoder.vector(for_meaning(wording)))
            logarithms = (1 - SHARE_OF_MEANING) * logarithms + SHARE_OF_MEANING * meant
        scores = np.exp(SHARPNESS * (logarithms - logarithms.max()))
        confidence = scores / scores.sum()
        return [(self.topics[at], float(confidence[at])) for at in np.argsort(-confidence)[:length]]

    def _asks_second(self, wording: str, logarithms: np.ndarray) -> bool:
        if self.second is None or self._encoder is None:
            return False
        return logarithms.max() < np.log(SURE_FROM) and is_english_script(wording)

    def __getstate__(self) -> dict:
        """Leaves the encoder out: a model holds what was learned, never the weights."""
        return {**self.__dict__, "_encoder": None}
