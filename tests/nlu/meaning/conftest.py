"""The real encoder, opened once."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlu.meaning import weights
from nlu.meaning.encoder import SentenceEncoder, open_encoder


@pytest.fixture(scope="session")
def folder() -> Path:
    """The folder with the weights of the locked package."""
    found = weights.find()
    assert found, "the locked package with the encoder's weights is not installed: run `make setup`"
    return found


@pytest.fixture(scope="session")
def encoder(folder) -> SentenceEncoder:
    """The encoder in use."""
    return open_encoder(folder)
