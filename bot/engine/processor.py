"""Rasa's message processor with two shortcuts: actions in the process, no empty slot extraction."""

from __future__ import annotations

from rasa.core.actions.action import Action, RemoteAction
from rasa.core.channels.channel import OutputChannel
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.local_action import ACTIONS, LocalAction


class AssistantProcessor(MessageProcessor):
    """Runs our actions in the process unless an action server is named."""

    async def run_action_extract_slots(
        self, output_channel: OutputChannel, tracker: DialogueStateTracker
    ) -> DialogueStateTracker:
        """Does nothing: all slots are set by our actions, so there is nothing to extract."""
        return tracker

    async def _run_action(
        self,
        action: Action,
        tracker: DialogueStateTracker,
        output_channel: OutputChannel,
        nlg,
        prediction: PolicyPrediction,
    ) -> bool:
        if isinstance(action, RemoteAction) and self.action_endpoint is None and action.name() in ACTIONS:
            action = LocalAction(ACTIONS[action.name()])
        return await super()._run_action(action, tracker, output_channel, nlg, prediction)
