"""Answers a question on a topic from the topic files."""

from __future__ import annotations

from actions.assistant_action import AssistantAction
from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies import turns
from actions.turn import Turn


class ActionAnswer(AssistantAction):
    """Answers a question on a topic from the topic files."""

    action_name = "action_answer"

    def turn(self, desk: Desk, talk: Conversation) -> Turn:
        """Returns what to say and what to remember."""
        return turns.answer_one(desk, talk)
