"""Running an action of `actions/` inside this process: the same code as on an action server, no HTTP."""

from __future__ import annotations

from typing import Any

from rasa.core.actions.action import Action, create_bot_utterance
from rasa.shared.core.events import Event
from rasa.shared.core.events import SlotSet as RasaSlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

import actions
from actions.assistant_action import AssistantAction

ACTIONS: dict[str, AssistantAction] = {cls.action_name: cls() for cls in map(actions.__dict__.get, actions.__all__)}
"""Every action by name."""


class LocalAction(Action):
    """Gives an action of this project the tracker as rasa-sdk shows it, and its events back to Rasa."""

    def __init__(self, action: AssistantAction):
        self._action = action

    def name(self) -> str:
        """The action's name (called by Rasa)."""
        return self._action.name()

    async def run(self, output_channel, nlg, tracker: DialogueStateTracker, domain) -> list[Event]:
        """Runs the action (called by Rasa) and returns its utterances and slots as events."""
        dispatcher = CollectingDispatcher()
        slot_events = await self._action.run(dispatcher, sdk_tracker(tracker), {})
        said = [create_bot_utterance({key: value for key, value in m.items() if value}) for m in dispatcher.messages]
        return [*said, *(RasaSlotSet(event["name"], event["value"]) for event in slot_events)]


def sdk_tracker(tracker: DialogueStateTracker) -> Tracker:
    """The part of a tracker that actions read: slots and the latest message."""
    message: dict[str, Any] = {}
    if tracker.latest_message:
        message = {**tracker.latest_message.parse_data, "metadata": tracker.latest_message.metadata}
    slots = {name: slot.value for name, slot in tracker.slots.items()}
    return Tracker(tracker.sender_id, slots, message, [], False, None, {}, tracker.latest_action_name)
