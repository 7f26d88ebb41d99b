"""Declines a question outside the subject, with the right place to go."""

from __future__ import annotations

from actions.assistant_action import AssistantAction
from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies import turns
from actions.turn import Turn


class ActionDecline(AssistantAction):
    """Declines a question outside the subject, with the right place to go."""

    action_name = "action_decline"

    def turn(self, desk: Desk, talk: Conversation) -> Turn:
        """Returns what to say and what to remember."""
        return turns.decline(desk, talk)
