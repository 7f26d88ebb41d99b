"""Answers a message that means something only after what was said before."""

from __future__ import annotations

from actions.assistant_action import AssistantAction
from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies import follow_ups
from actions.turn import Turn


class ActionFollowUp(AssistantAction):
    """Answers a message that means something only after what was said before."""

    action_name = "action_follow_up"

    def turn(self, desk: Desk, talk: Conversation) -> Turn:
        """Returns what to say and what to remember."""
        return follow_ups.answer(desk, talk)
