"""Answers that depend on what was said before. What leads where stands in `actions/follow_ups.yml`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml

from actions.conversation import Asked, Conversation
from actions.desk import Desk
from actions.replies import area_list, notify, turns
from actions.replies.languages import choose_english
from actions.replies.look_ups import LOOK_UPS
from actions.replies.misses import may_be_offered
from actions.replies.parts import choices
from actions.replies.wording import wording_of
from actions.reply import Choice, Reply
from actions.turn import Turn

FILE = Path(__file__).resolve().parents[1] / "follow_ups.yml"
OUTCOME, EASY_READ, RELATED = "outcome", "easy_read", "related"
EASY = "easy"
NOT_INSPECTED = "outcome.three"
STOP, NOT_MESSAGES = "stop", {"asking"}
LEADS_ON = ("meaning", "bad", "why", "can_i_do", "more")


@lru_cache(maxsize=1)
def read_ways() -> dict[str, dict[str, str]]:
    """Where each kind of follow-up leads, by the topic or group of topics before it."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def answer(desk: Desk, talk: Conversation) -> Turn:
    """Answers a follow-up; one that follows nothing is read as a question of its own."""
    kind = talk.asked.topic.partition(".")[2]
    if kind == "more" and area_list.goes_on(talk):
        return area_list.more(desk, talk)
    if kind in LEADS_ON:
        return _lead_on(desk, talk, kind) if talk.topic else _on_its_own(desk, talk)
    kinds: dict[str, Callable[[Desk, Conversation], Turn]] = {
        "again": _again,
        "yes": _yes,
        "no": _no,
        "stop": _stop,
        "there": _there,
        "pick": _pick,
        "english": lambda desk, _: choose_english(desk),
        "standard": _standard,
    }
    return kinds[kind](desk, talk)


def _lead_on(desk: Desk, talk: Conversation, kind: str) -> Turn:
    way = _way(read_ways()[kind], talk.topic)
    if way == EASY_READ:
        return _last(desk, replace(talk, style="easy_read"))
    if way == RELATED:
        return _related(desk, talk)
    if way == OUTCOME:
        way = _outcome_topic(desk, talk)
    if way in LOOK_UPS and not talk.areas:
        way = NOT_INSPECTED
    if way == talk.topic:
        return _related(desk, talk)
    return turns.answer_one(desk, talk.about(Asked(way, "answer", areas=talk.areas if way in LOOK_UPS else ())))


def _way(ways: dict[str, str], topic: str) -> str:
    return ways.get(topic) or ways.get(topic.partition(".")[0]) or ways["default"]


def _outcome_topic(desk: Desk, talk: Conversation) -> str:
    """The topic on the outcome of the remembered area; on all three when it has none on record."""
    newest = desk.store.area(talk.areas[0]).newest if talk.areas else None
    return desk.outcomes[newest.outcome].topic if newest else NOT_INSPECTED


def _last(desk: Desk, talk: Conversation) -> Turn:
    """The last answer, made again (in the style of `talk`)."""
    if talk.topic not in LOOK_UPS and talk.topic not in desk.topics:
        return _say_again(talk) if talk.said else _offer(desk, talk, "nothing_before")
    areas = talk.areas if talk.topic in LOOK_UPS else ()
    return turns.answer_one(desk, talk.about(Asked(talk.topic, "answer", areas=areas)))


def _say_again(talk: Conversation) -> Turn:
    return Turn(tuple(Reply.from_json(one) for one in talk.said))


def _related(desk: Desk, talk: Conversation) -> Turn:
    """More on the last topic: its related topics as choices."""
    topic = desk.topics.get(talk.topic)
    related = list(topic.related) if topic else [payload_topic for _, _, payload_topic in talk.choices if payload_topic]
    offered = choices(desk, (one for one in related if one != talk.topic), talk.areas)
    if not offered:
        return _offer(desk, talk, "nothing_before")
    return Turn((_reply(desk, talk, "more_of", "clarify", offered, topic=talk.topic),))


def _on_its_own(desk: Desk, talk: Conversation) -> Turn:
    """Nothing was said before: the likeliest reading of the words, by the same gate as any question."""
    ranking = talk.asked.ranking
    if talk.asked.decision == "answer" and ranking:
        return turns.answer_one(desk, talk.about(replace(talk.asked, topic=ranking[0][0])))
    return _offer(desk, talk, "nothing_before")


def _again(desk: Desk, talk: Conversation) -> Turn:
    return _say_again(talk) if talk.said else _offer(desk, talk, "nothing_before")


def _yes(desk: Desk, talk: Conversation) -> Turn:
    return _pick(desk, talk) if talk.choices else _offer(desk, talk, "yes_to_what")


def _no(desk: Desk, talk: Conversation) -> Turn:
    if talk.waiting_for_area:
        return _stop(desk, talk)
    offered = choices(desk, may_be_offered(talk.readings), talk.areas)
    return Turn((_reply(desk, talk, "no_then", "clarify", offered or _starters(desk, talk)),))


def _stop(desk: Desk, talk: Conversation) -> Turn:
    """Gives up what was asked. "Stop", with nothing to give up, ends the messages a person gets; "never mind" never."""
    said = set(talk.asked.text.lower().split())
    said_stop = STOP in {word.strip(".!?,") for word in said} and not NOT_MESSAGES & said
    if said_stop and not talk.waiting_for_area and (ended := notify.stop(desk, talk)):
        return ended
    reply = _reply(desk, talk, "stopped", "answered", _starters(desk, talk))
    if said_stop and (still := notify.still_signed_up(desk, talk)):
        reply = replace(reply, text=f"{reply.text} {still}")
    return Turn((reply,), {"waiting_for_area": None, "asked_again": None, "misses": 0})


def _there(desk: Desk, talk: Conversation) -> Turn:
    """ "What about there?": the last look-up, or the look-up of the last topic, for the remembered area."""
    if not talk.areas:
        return Turn((_reply(desk, talk, "no_area", "ask_area"),))
    return turns.set_area(desk, talk.about(replace(talk.asked, topic=turns.NAMED, areas=talk.areas)))


def _standard(desk: Desk, talk: Conversation) -> Turn:
    """ "Stop easy read": what was said last again, in the standard words, and so from then on.

    "Normal words please" means that in easy read only; said of the standard words it asks for simpler ones.
    """
    if talk.style != EASY_READ and EASY not in talk.asked.text.lower():
        return _on_its_own(desk, talk)
    return turns.answer_one(desk, talk.about(replace(talk.asked, topic=turns.STANDARD)))


def _pick(desk: Desk, talk: Conversation) -> Turn:
    """A number or "yes" that names no choice: says the choices again, numbered."""
    offered = tuple(Choice(title, payload, topic) for title, payload, topic in talk.choices)
    if not offered:
        return _offer(desk, talk, "nothing_to_pick")
    lines = [f"{number}. {one.title}" for number, one in enumerate(offered, 1)]
    reply = _reply(desk, talk, "which_one", "clarify", offered)
    return Turn((replace(reply, text="\n".join([reply.text, *lines])),))


def _offer(desk: Desk, talk: Conversation, wording: str) -> Turn:
    return Turn((_reply(desk, talk, wording, "clarify", _starters(desk, talk)),))


def _reply(
    desk: Desk,
    talk: Conversation,
    wording: str,
    status: str,
    offered: tuple[Choice, ...] = (),
    topic: str | None = None,
) -> Reply:
    text = wording_of(desk, talk, "follow_ups").get(wording)
    return Reply(text, topic, status, style=talk.style, choices=offered)


def _starters(desk: Desk, talk: Conversation) -> tuple[Choice, ...]:
    return choices(desk, desk.copy["dialogue"]["starters"], talk.areas)
