"""Answers each question of a message that holds two."""

from __future__ import annotations

from actions.assistant_action import AssistantAction
from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies import turns
from actions.turn import Turn


class ActionAnswerSeveral(AssistantAction):
    """Answers each question of a message that holds two."""

    action_name = "action_answer_several"

    def turn(self, desk: Desk, talk: Conversation) -> Turn:
        """Returns what to say and what to remember."""
        return turns.answer_each(desk, talk)
