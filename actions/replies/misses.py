"""Turns for what was not understood, or not for sure: choices, search, an honest no."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from actions.conversation import Asked, Conversation
from actions.desk import Desk
from actions.replies import asking, topic_answer
from actions.replies.finishing import MISSES_BEFORE_A_PERSON, hand_over
from actions.replies.parts import choices
from actions.replies.wording import wording_of
from actions.reply import Reply
from actions.turn import Turn
from knowledge.marks import without_marks

NEVER_OFFERED = ("out_of_scope", "crisis", "chat.")
LANGUAGE = "en"


def offer(desk: Desk, talk: Conversation) -> Turn | None:
    """Offers the likeliest readings by their titles; None when there is none to offer."""
    asked = talk.asked
    likely = may_be_offered(topic for topic, _ in asked.ranking)
    offered = choices(desk, likely, asked.areas or talk.areas, bool(talk.person))
    if not offered:
        return None
    text = wording_of(desk, talk, "dialogue").get("clarify")
    reply = Reply(text, None, "clarify", asked.areas, style=talk.style, choices=offered)
    return Turn((reply,), keep_area(asked))


def not_understood(desk: Desk, talk: Conversation) -> Turn:
    """Searches what is known, says honestly that there is no answer, and records the question."""
    if talk.asked.unsure_postcode and not talk.asked.areas:
        talk = talk.about(replace(talk.asked, topic="area.set"))
        return asking.which(desk, talk) if talk.asked.shared else asking.area(desk, talk)
    if talk.waiting_for_area and not talk.asked.areas and not talk.asked_again:
        text = wording_of(desk, talk, "areas").get("ask", "area_again")
        reply = Reply(text, talk.waiting_for_area, "ask_area", style=talk.style)
        remember = {"waiting_for_area": talk.waiting_for_area, "asked_again": True}
        return Turn((reply,), {"misses": talk.misses + 1, **remember})
    desk.store.record_unanswered(talk.asked.text, LANGUAGE, desk.now(talk.clock))
    if talk.misses + 1 >= MISSES_BEFORE_A_PERSON:
        return Turn((hand_over(desk, talk),), {"misses": 0, **keep_area(talk.asked)})
    found = choices(desk, desk.store.search(without_marks(talk.asked.text)), talk.areas)
    wording = wording_of(desk, talk, "dialogue")
    text = wording.get("search_found" if found else "nothing_found")
    offered = found or choices(desk, wording.get("starters"), talk.areas)
    reply = Reply(text, None, "unanswerable", style=talk.style, choices=offered)
    return Turn((reply,), {"misses": talk.misses + 1, **keep_area(talk.asked)})


def other_readings(desk: Desk, talk: Conversation) -> Turn:
    """ "That's not what I asked": offers the next best readings of the last question."""
    offered = choices(desk, may_be_offered(talk.readings), talk.areas, bool(talk.person))
    if not offered:
        return Turn((topic_answer.compose(desk, talk, desk.topics[talk.asked.topic]),))
    text = wording_of(desk, talk, "dialogue").get("other_readings")
    return Turn((Reply(text, None, "clarify", style=talk.style, choices=offered),))


def other_topics(asked: Asked) -> list[str]:
    """The next best readings of a question that was answered."""
    return [topic for topic, _ in asked.ranking if topic != asked.topic][:4]


def keep_area(asked: Asked) -> dict[str, Any]:
    """Remembers an area that was named, whatever became of the question."""
    return {"areas": list(asked.areas)} if asked.areas else {}


def may_be_offered(topics: Iterable[str]) -> list[str]:
    """The topics that make sense as a choice: never small talk, a crisis or a refusal."""
    return [topic for topic in topics if not topic.startswith(NEVER_OFFERED)]
