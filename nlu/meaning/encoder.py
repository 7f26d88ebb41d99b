"""`SentenceEncoder` turns texts into vectors whose closeness is closeness of meaning. English only."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

import ctranslate2
import numpy as np
from tokenizers import Tokenizer

from nlu.meaning.converting import convert

SIZE = 384
"""Numbers in a vector."""
LONGEST = 96
"""Tokens read of one text, about 70 words: the question of a long message is seldom further in."""
BATCH = 64


class SentenceEncoder:
    """Runs the weights in `folder` (see `weights.find`). Safe to use from several threads."""

    def __init__(self, folder: Path, threads: int = 1):
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        with tempfile.TemporaryDirectory() as converted:
            convert(folder, Path(converted))
            self._network = ctranslate2.Encoder(converted, "cpu", compute_type="float32", intra_threads=threads)

    def vector(self, text: str) -> np.ndarray:
        """The vector of one text, of length 1."""
        return self._batch([text])[0]

    def vectors(self, texts: Sequence[str], done: Callable[[int], None] = lambda _: None) -> np.ndarray:
        """One row a text, in order. `done` is called with the number of texts finished since the last call."""
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))  # texts of like length share a batch
        rows = np.zeros((len(texts), SIZE), dtype=np.float32)
        for first in range(0, len(order), BATCH):
            some = order[first : first + BATCH]
            rows[some] = self._batch([texts[at] for at in some])
            done(len(some))
        return rows

    def _batch(self, texts: Sequence[str]) -> np.ndarray:
        tokens = [self._tokenizer.encode(text).ids for text in texts]
        states = np.array(self._network.forward_batch(tokens).last_hidden_state)
        means = np.stack([state[: len(ids)].mean(axis=0) for state, ids in zip(states, tokens, strict=True)])
        return means / np.linalg.norm(means, axis=1, keepdims=True)


@lru_cache(maxsize=2)
def open_encoder(folder: Path, threads: int = 1) -> SentenceEncoder:
    """The encoder of these weights, opened once in a process."""
    return SentenceEncoder(folder, threads)
