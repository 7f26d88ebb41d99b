"""The sense of danger as it was trained beside the model."""

from __future__ import annotations

from functools import cache

import pytest

from bot.engine.model import sense_path
from nlu.danger import read_detector
from nlu.danger.sense import decide
from nlu.danger.sense.learning import load
from nlu.training import the_encoder


@pytest.fixture(scope="session")
def sense(trained_model):
    """The trained sense."""
    return load(sense_path(trained_model), the_encoder())


@pytest.fixture(scope="session")
def found(sense):
    """What rules and sense together find in a message."""

    @cache
    def find(text: str):
        ruled = read_detector().read(text)
        return decide(ruled, sense.sense(text, ruled))

    return find
