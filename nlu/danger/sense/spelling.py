"""How much the words of a message are like those of danger, and of which kind: linear, over n-grams."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from nlu.danger.plain import plain_words
from nlu.danger.word_lists import KINDS
from nlu.topics.classifier import WORD
from nlu.topics.grams import OneRow

REGULARISATION = 10.0


def in_plain_words(text: str) -> str:
    """The text as the rules read it: no accents, slang or signs for letters."""
    return " ".join(plain_words(text))


class SpellingSense:
    """Tells danger from all else by n-grams of words (1 to 3) and of letters (2 to 5)."""

    def __init__(self):
        self._vectorizers = (
            TfidfVectorizer(ngram_range=(1, 3), sublinear_tf=True, token_pattern=WORD, dtype=np.float32),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2, dtype=np.float32),
        )

    def fit(self, texts: Sequence[str], kinds: Sequence[str | None], weights: np.ndarray) -> SpellingSense:
        """Learns from texts, the kind of danger of each (None: no danger; all KINDS occur), how much each counts."""
        plain = [in_plain_words(text) for text in texts]
        rows = sparse.hstack([one.fit_transform(plain) for one in self._vectorizers]).tocsr()
        dangerous = np.array([kind is not None for kind in kinds])
        alarm = _linear().fit(rows, dangerous, sample_weight=weights)
        kind = _linear().fit(rows[dangerous], [KINDS.index(one) for one in kinds if one])
        columns = np.vstack([alarm.coef_, kind.coef_]).T
        self._weights = np.ascontiguousarray(columns, dtype=np.float32)
        self._intercepts = np.concatenate([alarm.intercept_, kind.intercept_]).astype(np.float32)
        offsets = (0, len(self._vectorizers[0].vocabulary_))
        self._grams = [OneRow(one, offset) for one, offset in zip(self._vectorizers, offsets, strict=True)]
        return self

    def read(self, text: str) -> tuple[float, np.ndarray]:
        """The distance from the border of danger (above 0: danger), and from that of each of KINDS if it is."""
        plain, margins = in_plain_words(text), self._intercepts.copy()
        for grams in self._grams:
            columns, values = grams.row(plain)
            margins += values @ self._weights[columns]
        return float(margins[0]), margins[1:]


def _linear() -> LogisticRegression:
    return LogisticRegression(C=REGULARISATION, solver="liblinear")
