"""Answers a question about an area from the database."""

from __future__ import annotations

from actions.assistant_action import AssistantAction
from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies import turns
from actions.turn import Turn


class ActionLookUp(AssistantAction):
    """Answers a question about an area from the database."""

    action_name = "action_look_up"

    def turn(self, desk: Desk, talk: Conversation) -> Turn:
        """Returns what to say and what to remember."""
        return turns.answer_one(desk, talk)
