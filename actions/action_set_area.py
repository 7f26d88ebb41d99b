"""Remembers the area a person names, and answers what was waiting for it."""

from __future__ import annotations

from actions.assistant_action import AssistantAction
from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies import turns
from actions.turn import Turn


class ActionSetArea(AssistantAction):
    """Remembers the area a person names, and answers what was waiting for it."""

    action_name = "action_set_area"

    def turn(self, desk: Desk, talk: Conversation) -> Turn:
        """Returns what to say and what to remember."""
        return turns.set_area(desk, talk)
