"""Each example is encoded once."""

from __future__ import annotations

import logging

import numpy as np

from nlu.meaning.remembered import FILE, remembered_vectors


class CountingEncoder:
    """Gives a vector made from the text, and counts the texts it was asked for."""

    def __init__(self):
        self.asked: list[str] = []

    def vectors(self, texts, done):
        """One row a text."""
        self.asked += texts
        done(len(texts))
        return np.stack([np.full(384, len(text), dtype=np.float32) for text in texts])


def test_only_new_texts_are_encoded(tmp_path):
    """A second call encodes only what the first did not, and gives rows in the order asked."""
    encoder = CountingEncoder()
    remembered_vectors(encoder, ["a", "bb"], tmp_path)
    rows = remembered_vectors(encoder, ["ccc", "bb", "a"], tmp_path)
    assert encoder.asked == ["a", "bb", "ccc"]
    assert rows[:, 0].tolist() == [3, 2, 1]


def test_the_first_and_the_second_time_agree(tmp_path):
    """Rows just encoded equal those read back, so that training again gives the same model."""
    first = remembered_vectors(CountingEncoder(), ["a", "bb"], tmp_path)
    assert (remembered_vectors(CountingEncoder(), ["a", "bb"], tmp_path) == first).all()


def test_a_broken_file_is_made_again(tmp_path):
    """A file cut short by a crash costs time, not an error."""
    remembered_vectors(CountingEncoder(), ["a", "bb"], tmp_path)
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole[: len(whole) // 2])
    encoder = CountingEncoder()
    remembered_vectors(encoder, ["a"], tmp_path)
    assert encoder.asked == ["a"]


def test_progress_is_told(tmp_path, caplog):
    """How many of how many are done is logged for whoever shows progress."""
    with caplog.at_level(logging.INFO, logger="nlu.meaning.remembered"):
        remembered_vectors(CountingEncoder(), ["a", "bb"], tmp_path)
    assert [record.args for record in caplog.records] == [(2, 2)]
