"""Says that a question was not understood, and what can be asked."""

from __future__ import annotations

from actions.assistant_action import AssistantAction
from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies import turns
from actions.turn import Turn


class ActionNotUnderstood(AssistantAction):
    """Says that a question was not understood, and what can be asked."""

    action_name = "action_not_understood"

    def turn(self, desk: Desk, talk: Conversation) -> Turn:
        """Returns what to say and what to remember."""
        return turns.not_understood(desk, talk)
