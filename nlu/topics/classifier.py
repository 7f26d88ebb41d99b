"""A linear classifier over word and character n-grams: fast, small, and the same on every run."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance.Indel import normalized_similarity as ratio
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from nlu.topics.grams import OneRow

SHORTEST_TELLING = 3
ALIKE = 0.8
WORD = r"(?u)\b\w+\b"


class TopicClassifier:
    """Ranks topics for a wording (see `nlu.topics.wording`). `fit` first.

    regularisation: the C of the linear support vector machine.
    sharpness: how margins turn into confidence, exp(sharpness * margin) over the sum of all. Both were
        chosen on held-out questions (docs/decisions/0004-understanding.md).
    """

    def __init__(self, regularisation: float = 1.0, sharpness: float = 7.0):
        self.regularisation, self.sharpness = regularisation, sharpness
        self._vectorizers = (
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=WORD, dtype=np.float32),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2, dtype=np.float32),
        )
        self.topics: list[str] = []

    def fit(self, wordings: Sequence[str], topics: Sequence[str]) -> TopicClassifier:
        """Learns from wordings and their topics, of equal length. Raises ValueError for fewer than three topics."""
        if len(set(topics)) < 3:
            raise ValueError(f"{len(set(topics))} topics are too few to tell apart; give examples of at least three")
        features = sparse.hstack([one.fit_transform(wordings) for one in self._vectorizers]).tocsr()
        linear = LinearSVC(C=self.regularisation, random_state=0).fit(features, topics)
        self.topics = list(linear.classes_)
        self._weights = np.ascontiguousarray(linear.coef_.T, dtype=np.float32)
        offsets = (0, len(self._vectorizers[0].vocabulary_))
        self._grams = [OneRow(one, offset) for one, offset in zip(self._vectorizers, offsets, strict=True)]
        self._intercept = linear.intercept_.astype(np.float32)
        return self

    def knows(self, wording: str) -> bool:
        """True when a word of three letters or more was learned, or is a slip or two from one that was.

        Short words alone ("9", "hi") are left to the confidence.
        """
        words = [word for word in re.findall(WORD, wording) if len(word) >= SHORTEST_TELLING]
        learned = self._vectorizers[0].vocabulary_
        if not words or any(word in learned for word in words):
            return True
        near = [word for word in learned if " " not in word and len(word) >= SHORTEST_TELLING]
        return any(process.extractOne(word, near, scorer=ratio, score_cutoff=ALIKE) for word in words)

    def share_known(self, wording: str) -> float:
        """The share of a wording's words that were learned; 1 when it has none."""
        words = re.findall(WORD, wording)
        return sum(word in self._vectorizers[0].vocabulary_ for word in words) / len(words) if words else 1.0

    def margins(self, wording: str) -> np.ndarray:
        """The distance to every topic's border, in the order of `topics`."""
        margins = self._intercept.copy()
        for grams in self._grams:
            indices, values = grams.row(wording)
            margins += values @ self._weights[indices]
        return margins

    def log_confidence(self, wording: str) -> np.ndarray:
        """The logarithm of the confidence in every topic, in the order of `topics`."""
        scores = self.sharpness * self.margins(wording)
        scores -= scores.max()
        return scores - np.log(np.exp(scores).sum())

    def ranking(self, wording: str, length: int = 5) -> list[tuple[str, float]]:
        """The likeliest topics with their confidence (all topics' add up to 1), best first."""
        confidence = np.exp(self.log_confidence(wording))
        best = np.argsort(-confidence)[:length]
        return [(self.topics[index], float(confidence[index])) for index in best]
