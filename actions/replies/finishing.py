"""What every turn ends with: going back to an open question once, and remembering what was said."""

from __future__ import annotations

from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies.languages import say_english_only
from actions.replies.parts import choices, on_contract
from actions.replies.privacy import say_not_kept
from actions.replies.understood import say_how_understood
from actions.replies.wording import wording_of
from actions.reply import Reply
from actions.turn import Turn

MISSES_BEFORE_A_PERSON = 3
ANSWERS = frozenset({"answered", "not_on_record", "out_of_scope"})
PEOPLE = ("area.sendiass", "support.helplines", "support.parent_carer_forum")


def finish(desk: Desk, talk: Conversation, turn: Turn) -> Turn:
    """The turn as it is sent: the area asked for again (once), and its replies and choices remembered.

    A crisis turn is left alone: nothing is asked after it.
    """
    if any(reply.status == "crisis" for reply in turn.replies):
        return turn.and_remember(waiting_for_area=None, asked_again=None, choices=None, said=None)
    if turn.remember.get("said", ...) is None:  # the person asked to be forgotten: nothing is remembered, not even this
        return turn
    turn = say_how_understood(desk, talk, turn)
    turn = say_english_only(desk, talk, _back_to_the_area(desk, talk, turn))
    turn = say_not_kept(desk, talk, turn)
    if any(reply.status in ANSWERS for reply in turn.replies) and "misses" not in turn.remember:
        turn = turn.and_remember(misses=0)
    offered = next((reply.choices for reply in reversed(turn.replies) if reply.choices), ())
    return turn.and_remember(
        said=[reply.as_json() for reply in turn.replies],
        choices=[[one.title, one.payload, one.topic] for one in offered],
    )


def hand_over(desk: Desk, talk: Conversation) -> Reply:
    """After three misses: where a person can be reached."""
    offered = choices(desk, PEOPLE, talk.asked.areas or talk.areas)
    text = wording_of(desk, talk, "follow_ups").get("hand_over")
    return Reply(text, None, "unanswerable", style=talk.style, choices=offered)


def _back_to_the_area(desk: Desk, talk: Conversation, turn: Turn) -> Turn:
    """Asked for an area, a person asked something else: it was answered; now the question again, once."""
    if not talk.waiting_for_area or "waiting_for_area" in turn.remember:
        return turn if talk.waiting_for_area is None else turn.and_remember(asked_again=None)
    if talk.asked_again or turn.remember.get("areas"):
        return turn.and_remember(waiting_for_area=None, asked_again=None)
    text = wording_of(desk, talk, "follow_ups").get("return_to_area")
    question = Reply(text, on_contract(talk.waiting_for_area), "ask_area", style=talk.style)
    return Turn((*turn.replies, question), {**turn.remember, "asked_again": True})
