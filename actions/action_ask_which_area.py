"""Asks which area is meant by a shared name."""

from __future__ import annotations

from actions.assistant_action import AssistantAction
from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies import turns
from actions.turn import Turn


class ActionAskWhichArea(AssistantAction):
    """Asks which area is meant by a shared name."""

    action_name = "action_ask_which_area"

    def turn(self, desk: Desk, talk: Conversation) -> Turn:
        """Returns what to say and what to remember."""
        return turns.ask_which(desk, talk)
