"""Rasa's message processor with four shortcuts, each safe because every rule here is one action a turn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.core.actions.action import Action, RemoteAction
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.engine.loader import load_predict_graph_runner
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.common import TempDirectoryPath, get_temp_dir_name

from bot.engine.graph_runner import StraightGraphRunner
from bot.engine.local_action import ACTIONS, LocalAction
from bot.engine.typed_choices import payload_typed
from bot.guard.postcodes import PostcodeGuard
from nlu.areas.postcodes import METADATA


class AssistantProcessor(MessageProcessor):
    """Runs the graph straight, actions in the process (unless an action server is named), one action a turn.

    `postcodes` takes them out of each message before it is understood or kept.
    """

    postcodes: PostcodeGuard | None = None

    @staticmethod
    def _load_model(model_path: Path) -> tuple[str, ModelMetadata, GraphRunner]:
        with TempDirectoryPath(get_temp_dir_name()) as folder:
            found = load_predict_graph_runner(Path(folder), Path(model_path), LocalModelStorage, StraightGraphRunner)
        return (Path(model_path).name, *found)

    async def parse_message(
        self, message: UserMessage, tracker: DialogueStateTracker | None = None, only_output_properties: bool = True
    ) -> dict[str, Any]:
        """Understands a message (called by Rasa), without the copies Rasa makes of it for its log."""
        tracker = tracker or DialogueStateTracker.from_events(message.sender_id, [])
        slot = tracker.slots.get("choices")
        message.text = payload_typed(message.text or "", (slot.value if slot else None) or ()) or message.text
        if self.postcodes:
            kept = await self.postcodes.take_out(message.text or "")
            message.text, message.metadata = kept.text, {**(message.metadata or {}), METADATA: kept.found}
        return self._parse_message_with_graph(message, tracker, only_output_properties)

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
        await super()._run_action(action, tracker, output_channel, nlg, prediction)
        return False  # a turn is one action; there is no need to predict that it then listens
