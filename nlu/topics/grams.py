"""The features of one wording, as a fitted TfidfVectorizer gives them, in a fraction of its time."""

from __future__ import annotations

from collections import Counter

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer


class OneRow:
    """Counts n-grams of one text and weighs them: sublinear term frequency, inverse document frequency, length 1.

    `offset` is where this vectorizer's columns begin among all features. Gives what
    `TfidfVectorizer(sublinear_tf=True, norm="l2").transform([text])` gives; a test compares the two.
    """

    def __init__(self, vectorizer: TfidfVectorizer, offset: int):
        self._vectorizer, self._offset = vectorizer, offset
        self._analyze = None

    def row(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        """The columns that are not zero, and their values."""
        if self._analyze is None:
            self._analyze = self._vectorizer.build_analyzer()
            self._idf = self._vectorizer.idf_.astype(np.float32)
        vocabulary = self._vectorizer.vocabulary_
        counts = Counter(vocabulary[gram] for gram in self._analyze(text) if gram in vocabulary)
        columns = np.fromiter(counts.keys(), dtype=np.int64, count=len(counts))
        values = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (np.log(values) + 1) * self._idf[columns]
        length = np.sqrt(values @ values)
        return columns + self._offset, values / length if length else values

    def __getstate__(self) -> dict:
        """Leaves out the analyzer, a function that can't be kept in a file and is made again when needed."""
        return {"_vectorizer": self._vectorizer, "_offset": self._offset, "_analyze": None}
