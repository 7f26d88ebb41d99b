"""How near the meaning of a message is to danger: a support vector machine over the encoder's vectors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC

from nlu.danger.word_lists import KINDS

REGULARISATION = 5.0
KINDS_REGULARISATION = 10.0
WIDTH = 1.6
"""exp(-WIDTH * squared distance) between vectors of length 1. All were chosen on sets of phrases left out."""


class MeaningSense:
    """Kept as plain arrays: asking it takes a millisecond."""

    def fit(self, vectors: np.ndarray, kinds: Sequence[str | None], weights: np.ndarray) -> MeaningSense:
        """Learns from one row a text, the kind of danger of each (None: no danger), and how much each counts."""
        dangerous = np.array([kind is not None for kind in kinds])
        kind = LogisticRegression(C=KINDS_REGULARISATION, max_iter=500)
        kind.fit(vectors[dangerous], [KINDS.index(one) for one in kinds if one])
        self._kinds, self._kind_intercepts = kind.coef_.astype(np.float32), kind.intercept_.astype(np.float32)
        machine = SVC(C=REGULARISATION, gamma=WIDTH).fit(vectors, dangerous, sample_weight=weights)
        self._near = machine.support_vectors_.astype(np.float32)
        self._weights = machine.dual_coef_[0].astype(np.float32)
        self._intercept = float(machine.intercept_[0])
        return self

    def read(self, vector: np.ndarray) -> float:
        """The distance from the border of danger (above 0: danger) of a vector of length 1."""
        likeness = np.exp(2 * WIDTH * (self._near @ vector - 1))  # |a - b|^2 = 2 - 2ab for length 1
        return float(self._weights @ likeness) + self._intercept

    def kinds(self, vector: np.ndarray) -> np.ndarray:
        """The distance from the border of each of KINDS, if it is danger."""
        return self._kinds @ vector + self._kind_intercepts
