"""Starting and forgetting a conversation."""

from __future__ import annotations

from rasa.shared.core.domain import Domain

from bot.memory.keeping import ProcessKeeping
from bot.memory.tracker_store import SlotTrackerStore
from bot.settings import ROOT


def a_store() -> SlotTrackerStore:
    """A store in this process with our domain."""
    store = SlotTrackerStore(ProcessKeeping(60))
    store.domain = Domain.load(str(ROOT / "bot" / "dialogue" / "domain.yml"))
    return store


def test_a_conversation_can_begin_with_something_known():
    """Slots given at the beginning are remembered; unknown ones and empty ones are not."""
    store = a_store()
    store.begin("somebody", {"areas": ["E10000016"], "style": None, "intruder": "x"})
    assert store.remembered("somebody") == {"areas": ["E10000016"]}


async def test_a_forgotten_conversation_is_as_if_it_never_was():
    """After forgetting nothing is remembered, and the next turn starts afresh."""
    store = a_store()
    store.begin("somebody", {"areas": ["E10000016"]})
    store.forget("somebody")
    assert store.remembered("somebody") == {}
    assert await store.retrieve("somebody") is None
    store.forget("nobody")
