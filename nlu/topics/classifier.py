"""A linear classifier over word and character n-grams: fast, small, and the same on every run."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import FeatureUnion
from sklearn.svm import LinearSVC

WORD = r"(?u)\b\w+\b"


class TopicClassifier:
    """Ranks topics for a wording. `fit` first."""

    def __init__(self, regularisation: float = 0.3, sharpness: float = 4.0):
        self.sharpness = sharpness
        self._features = FeatureUnion(
            [
                ("words", TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=WORD)),
                (
                    "characters",
                    TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2),
                ),
            ]
        )
        self._linear = LinearSVC(C=regularisation, random_state=0)
        self.topics: list[str] = []

    def fit(self, wordings: Sequence[str], topics: Sequence[str]) -> TopicClassifier:
        """Learns from wordings (see `nlu.topics.wording`) and their topics, of equal length."""
        features = self._features.fit_transform(wordings)
        self._linear.fit(features, topics)
        self.topics = list(self._linear.classes_)
        self._weights = np.ascontiguousarray(self._linear.coef_.T.astype(np.float32))
        return self

    def probabilities(self, wordings: Sequence[str]) -> np.ndarray:
        """One row a wording, one column a topic (in the order of `topics`), each row adding up to 1."""
        features = self._features.transform(wordings)
        margins = features @ self._weights + self._linear.intercept_
        scaled = self.sharpness * (margins - margins.max(axis=1, keepdims=True))
        exponentials = np.exp(scaled)
        return exponentials / exponentials.sum(axis=1, keepdims=True)

    def ranking(self, wording: str, length: int = 5) -> list[tuple[str, float]]:
        """The likeliest topics with their confidence, best first."""
        row = self.probabilities([wording])[0]
        order = np.argsort(-row)[:length]
        return [(self.topics[index], float(row[index])) for index in order]

    def __getstate__(self) -> dict:
        """Leaves the learned coefficients out of the file: the smaller transposed copy is what is used."""
        state = self.__dict__.copy()
        linear = self._linear
        state["_linear"] = _Intercept(linear.intercept_.astype(np.float32))
        return state


class _Intercept:
    """What is left of the linear model once it is trained."""

    def __init__(self, intercept_: np.ndarray):
        self.intercept_ = intercept_
