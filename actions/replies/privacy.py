"""Saying, once in a conversation, that names, numbers and the like are not kept."""

from __future__ import annotations

from dataclasses import replace

from actions.conversation import Conversation
from actions.desk import Desk
from actions.turn import Turn

TOLD = "personal data"
"""What the slot `told` holds once it was said."""


def say_not_kept(desk: Desk, talk: Conversation, turn: Turn) -> Turn:
    """The turn with a kind sentence after its last answer, the first time a message held personal data."""
    told = tuple(turn.remember.get("told", talk.told) or ())
    if not talk.personal or TOLD in told or not turn.replies:
        return turn
    *others, last = turn.replies
    sentence = desk.copy["guard"]["not_kept"]
    joiner = "\n" if last.style == "easy_read" else "\n\n"
    said = replace(last, text=f"{last.text}{joiner}{sentence}")
    return Turn((*others, said), {**turn.remember, "told": [*told, TOLD]})
