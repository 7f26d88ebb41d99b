"""How a place was understood, said once: "Watford is in Hertfordshire."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from actions.conversation import Asked, Conversation
from actions.desk import Desk
from actions.reply import Reply
from actions.turn import Turn

ANSWERS = frozenset({"answered", "not_on_record"})
TAPPED = "ask:"


def say_how_understood(desk: Desk, talk: Conversation, turn: Turn) -> Turn:
    """The turn with a sentence before the first answer about each place that was not told of before.

    How a misspelt name was read is said every time.
    """
    replies, told = list(turn.replies), list(talk.told)
    for question in talk.questions:
        for code, mark, sentence, always in _sentences(desk, question):
            at = next((n for n, reply in enumerate(replies) if code in reply.areas and reply.status in ANSWERS), None)
            if at is None or (mark in told and not always):
                continue
            replies[at] = _begun_with(sentence, replies[at])
            told.append(mark)
    if len(told) == len(talk.told):
        return turn
    return Turn(tuple(replies), {**turn.remember, "told": list(dict.fromkeys(told))})


def _sentences(desk: Desk, asked: Asked) -> Iterator[tuple[str, str, str, bool]]:
    """Each area that needs a word, what that is remembered by, the sentence, and whether it is said every time."""
    copy, names = desk.copy["areas"]["understood"], desk.store.area_names()
    for said, place, code in asked.places:
        area = f"the {names[code]}" if names[code] in copy["the"] else names[code]
        wording = copy["inside_misspelt"] if said else copy["inside"]
        yield code, place, wording.format(said=said, place=place, area=area), bool(said)
    if not asked.text.startswith(TAPPED):
        inside = {code for _, _, code in asked.places}
        for code in asked.areas:
            if code not in inside and names.get(code) in copy["look_alikes"]:
                yield code, code, copy["look_alikes"][names[code]], False


def _begun_with(sentence: str, reply: Reply) -> Reply:
    joiner = "\n" if reply.style == "easy_read" else " "
    return replace(reply, text=f"{sentence}{joiner}{reply.text}")
