"""Explains that a place is outside England."""

from __future__ import annotations

from actions.assistant_action import AssistantAction
from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies import turns
from actions.turn import Turn


class ActionExplainNotEngland(AssistantAction):
    """Explains that a place is outside England."""

    action_name = "action_explain_not_england"

    def turn(self, desk: Desk, talk: Conversation) -> Turn:
        """Returns what to say and what to remember."""
        return turns.not_england(desk, talk)
