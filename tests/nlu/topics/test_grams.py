"""Features of one wording."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from nlu.topics.grams import OneRow

TEXTS = ["what did xareax get", "is the survey open open open", "when will they be back in xareax", "é ß 日本 42"]


@pytest.mark.parametrize("kind", [{"ngram_range": (1, 2)}, {"analyzer": "char_wb", "ngram_range": (2, 5)}])
@pytest.mark.parametrize("text", [*TEXTS, "", "nothing known here", "what what what xareax"])
def test_one_row_is_what_the_vectorizer_gives(kind, text):
    """The quick features of a text equal those of scikit-learn, column by column."""
    vectorizer = TfidfVectorizer(sublinear_tf=True, dtype=np.float32, **kind).fit(TEXTS)
    expected = vectorizer.transform([text]).toarray()[0]
    found = np.zeros(len(expected), dtype=np.float32)
    columns, values = OneRow(vectorizer, 0).row(text)
    found[columns] = values
    np.testing.assert_allclose(found, expected, rtol=1e-5)
