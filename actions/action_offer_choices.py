"""Offers the likeliest readings of a question that was a close call."""

from __future__ import annotations

from actions.assistant_action import AssistantAction
from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies import turns
from actions.turn import Turn


class ActionOfferChoices(AssistantAction):
    """Offers the likeliest readings of a question that was a close call."""

    action_name = "action_offer_choices"

    def turn(self, desk: Desk, talk: Conversation) -> Turn:
        """Returns what to say and what to remember."""
        return turns.offer_choices(desk, talk)
