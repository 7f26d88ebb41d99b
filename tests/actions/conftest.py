"""Fixtures for replies: a desk over real facts, at a fixed moment."""

from __future__ import annotations

import pytest

from actions.conversation import Asked, Conversation
from actions.desk import open_desk
from tests.conftest import TODAY


@pytest.fixture(scope="session")
def desk(loaded_file):
    """A desk over the bundled facts on 1 July 2026."""
    return open_desk(f"sqlite:///{loaded_file}", TODAY)


@pytest.fixture
def asking():
    """Makes a conversation in which one topic is asked about, with what is remembered."""

    def make(about: str, *named: str, decision: str = "answer", **remembered) -> Conversation:
        return Conversation((Asked(about, decision, areas=named, ranking=((about, 1.0),)),), **remembered)

    return make
