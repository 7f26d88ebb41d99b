"""Rasa's tracker store, keeping slots only: no words of a person, and turn 500 costs what turn 5 did."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.memory.keeping import Keeping
from knowledge.clock import Clock, london_now


class SlotTrackerStore(TrackerStore):
    """A tracker begins each turn with its slots and no history, which is all that the rules need."""

    def __init__(self, keeping: Keeping, clock: Clock = london_now):
        super().__init__(Domain.empty())
        self._keeping, self._clock = keeping, clock

    async def get_or_create_tracker(
        self, sender_id: str, max_event_history: int | None = None, append_action_listen: bool = True
    ) -> DialogueStateTracker:
        """The tracker of a conversation; a new one when there is none or it has expired (called by Rasa)."""
        found = await self.retrieve(sender_id)
        return found or self._tracker(sender_id, {})

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of a conversation, or None (called by Rasa)."""
        state = self._keeping.get(sender_id, self._clock())
        return None if state is None else self._tracker(sender_id, state)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keeps the slots that are set (called by Rasa)."""
        state = {name: slot.value for name, slot in tracker.slots.items() if slot.value is not None}
        state.pop("session_started_metadata", None)
        self._keeping.put(tracker.sender_id, state, self._clock())

    def begin(self, sender_id: str, slots: dict[str, Any]) -> None:
        """Starts a conversation with these slots; those that are None or not in the domain are left out."""
        known = {slot.name for slot in self.domain.slots}
        state = {name: value for name, value in slots.items() if name in known and value is not None}
        self._keeping.put(sender_id, state, self._clock())

    def remembered(self, sender_id: str) -> dict[str, Any]:
        """What is remembered of a conversation: slot values by name, empty when nothing is."""
        return self._keeping.get(sender_id, self._clock()) or {}

    def forget(self, sender_id: str) -> None:
        """Forgets a conversation altogether."""
        self._keeping.put(sender_id, {}, self._clock())

    def forget_expired(self) -> int:
        """Deletes every conversation past its time. Returns how many."""
        return self._keeping.forget_expired(self._clock())

    async def keys(self) -> Iterable[str]:
        """Nothing: conversations are never listed."""
        return ()

    def _tracker(self, sender_id: str, state: dict) -> DialogueStateTracker:
        tracker = DialogueStateTracker(sender_id, self.domain.slots)
        known = (SlotSet(name, value) for name, value in state.items() if name in tracker.slots)
        tracker.update_with_events([SessionStarted(), *known, ActionExecuted(ACTION_LISTEN_NAME)], self.domain)
        return tracker
