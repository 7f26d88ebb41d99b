"""The sentence encoder, on the real weights."""

from __future__ import annotations

import numpy as np
import pytest
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from tests.nlu.meaning import reference

TEXTS = [
    "what stops them tidying up before the visit",
    "when is the survey open",
    "Ofsted?",
    "my son is 9, he has autism and the school cant cope; who do we tell — and will they listen?",
]


@pytest.mark.parametrize("text", TEXTS)
def test_it_computes_the_published_network(folder, encoder, text):
    """The vector equals that of the network written out in NumPy, to within rounding."""
    ids = Tokenizer.from_file(str(folder / "tokenizer.json")).encode(text).ids
    ids = [one for one in ids if one]  # the file asks for padding, which is token 0
    expected = reference.vector(load_file(str(folder / "model.safetensors")), ids)
    assert np.abs(encoder.vector(text) - expected).max() < 5e-6


def test_a_batch_gives_what_single_texts_give(encoder):
    """Texts of different length in one batch get the vectors they get alone, in order."""
    rows = encoder.vectors(TEXTS)
    for text, row in zip(TEXTS, rows, strict=True):
        assert np.abs(row - encoder.vector(text)).max() < 1e-5


def test_like_meanings_are_near(encoder):
    """A question is nearer to one of the same meaning in other words than to one that shares its words."""
    asked, same, other = encoder.vectors(
        ["how much warning do they get", "do councils know in advance of an inspection", "how much do they get paid"]
    )
    assert asked @ same > asked @ other


def test_a_very_long_text_is_read_to_a_point(encoder):
    """Five thousand words give a vector and no error."""
    assert encoder.vector("why " * 5000).shape == (384,)


def test_no_words_at_all_give_a_vector(encoder):
    """Signs that mean nothing to it still give a vector of length 1."""
    assert np.linalg.norm(encoder.vector("🙂🙂 ؟")) == pytest.approx(1.0, abs=1e-5)
