"""How near the meaning of a message is to danger: a support vector machine over the encoder's vectors."""

from __future__ import annotations

import numpy as np
from sklearn.svm import SVC

REGULARISATION = 5.0
WIDTH = 1.6
"""exp(-WIDTH * squared distance) between vectors of length 1. Both were chosen on sets of phrases left out."""


class MeaningSense:
    """Kept as plain arrays: asking it takes a millisecond."""

    def fit(self, vectors: np.ndarray, dangerous: np.ndarray, weights: np.ndarray) -> MeaningSense:
        """Learns from one row a text, whether it is danger, and how much it counts."""
        machine = SVC(C=REGULARISATION, gamma=WIDTH).fit(vectors, dangerous, sample_weight=weights)
        self._near = machine.support_vectors_.astype(np.float32)
        self._weights = machine.dual_coef_[0].astype(np.float32)
        self._intercept = float(machine.intercept_[0])
        return self

    def read(self, vector: np.ndarray) -> float:
        """The distance from the border of danger (above 0: danger) of a vector of length 1."""
        likeness = np.exp(2 * WIDTH * (self._near @ vector - 1))  # |a - b|^2 = 2 - 2ab for length 1
        return float(self._weights @ likeness) + self._intercept
