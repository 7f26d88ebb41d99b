"""The turns of the dialogue: one function for each action, all plain Python."""

from __future__ import annotations

from dataclasses import replace

from actions.conversation import Asked, Conversation
from actions.desk import Desk
from actions.replies import (
    area_compare,
    area_list,
    area_report,
    area_survey,
    asking,
    glossary_answer,
    misses,
    notify,
    topic_answer,
)
from actions.replies.look_ups import LOOK_UPS
from actions.replies.lookup_reply import LookUp
from actions.replies.misses import keep_area, other_topics
from actions.replies.parts import choices
from actions.replies.wording import wording_of
from actions.reply import Reply
from actions.turn import Turn
from knowledge.twins import read_twins

EASY_READ, STANDARD, WRONG_ANSWER = "bot.easy_read", "bot.standard", "chat.wrong_answer"
PRIVACY = "bot.privacy"
DELETE = frozenset({"delete", "forget", "wipe", "erase", "remove"})
NOT_EASY = frozenset("off stop normal standard ordinary usual back end cancel undo without longer full".split())
"""In easy read, a message about easy read with one of these words turns it off ("switch the easy read thing off")."""
NAMED = "area.named"
"""A place alone, which may repeat the last look-up ("and Surrey?")."""
REMEMBERED = (
    "areas",
    "told",
    "topic",
    "waiting_for_area",
    "readings",
    "style",
    "misses",
    "said",
    "choices",
    "asked_again",
    "list_from",
    "compared",
    "language",
    "language_seen",
)
MOST_AREAS_AT_ONCE = 4
OF_SEVERAL = {
    area_list.TOPIC: area_list.answer,
    area_list.MORE: area_list.more,
    area_compare.TOPIC: area_compare.answer,
}
"""What is answered about several areas at once."""


def answer_one(desk: Desk, talk: Conversation) -> Turn:
    """Answers the question of this turn: a look-up or a topic."""
    asked = talk.asked
    if asked.topic in LOOK_UPS:
        return look_up(desk, talk)
    if asked.topic in OF_SEVERAL:
        return OF_SEVERAL[asked.topic](desk, talk)
    if notify.is_about(asked.topic):
        return notify.answer(desk, talk)
    special = {
        EASY_READ: _switch_to_easy_read,
        STANDARD: _switch_to_standard,
        WRONG_ANSWER: misses.other_readings,
        glossary_answer.TOPIC: _glossary,
    }
    if asked.topic in special:
        return special[asked.topic](desk, talk)
    if asked.topic == PRIVACY and DELETE & set(asked.text.lower().split()):
        return _delete(desk)
    topic = desk.topics.get(asked.topic)
    if topic is None:
        return _not_yet(desk, talk)
    remember = {"topic": asked.topic, "misses": 0, "readings": other_topics(asked)}
    return Turn((topic_answer.compose(desk, talk, topic),), {**remember, **keep_area(asked)})


def look_up(desk: Desk, talk: Conversation) -> Turn:
    """Looks up each area named, or the remembered one; asks when there is none."""
    asked = talk.asked
    if asked.shared:
        return ask_which(desk, talk)
    remembered = () if asked.unsure_postcode else talk.areas
    codes = [code for code in asked.areas or remembered if code in desk.store.area_names()]
    if not codes:
        return asking.area(desk, talk)
    compose = LOOK_UPS[asked.topic]
    replies = tuple(compose(LookUp(desk, talk, desk.store.area(code))) for code in codes[:MOST_AREAS_AT_ONCE])
    remember = {"areas": list(codes[:1]), "topic": asked.topic, "waiting_for_area": None, "misses": 0}
    return Turn(replies, {**remember, "readings": other_topics(asked)})


def answer_each(desk: Desk, talk: Conversation) -> Turn:
    """Answers every question of a message, each with a reply of its own."""
    turn = Turn(())
    for question in talk.questions:
        one = answer_one(desk, talk.about(question))
        turn = turn.then(one)
        talk = replace(talk, areas=tuple(turn.remember.get("areas") or talk.areas))
    return turn


def set_area(desk: Desk, talk: Conversation) -> Turn:
    """A place alone: answers what was waiting for it, else notes it."""
    if talk.asked.shared or not talk.asked.areas:
        meant = talk.about(replace(talk.asked, topic=_look_up_meant(talk)))
        return ask_which(desk, talk) if talk.asked.shared else asking.area(desk, meant)
    return answer_one(desk, talk.about(replace(talk.asked, topic=_look_up_meant(talk))))


def _look_up_meant(talk: Conversation) -> str:
    """What a place alone asks for: what waited for it, the last look-up again, or to be noted."""
    if talk.waiting_for_area:
        return talk.waiting_for_area
    last = look_up_of(talk.topic)
    return last if talk.asked.topic == NAMED and last else "area.set"


def look_up_of(topic: str | None) -> str | None:
    """The look-up a topic is, or turns into when an area is named; None when it has none."""
    if topic == area_report.TOPIC:  # "and Surrey?" asks about Surrey; it does not report an inspection there
        topic = area_survey.TOPIC
    found = read_twins().get(topic, topic)
    return found if found in LOOK_UPS else None


def ask_which(desk: Desk, talk: Conversation) -> Turn:
    """Asks which area a shared name means; remembers what was asked."""
    topic = talk.asked.topic
    if topic in ("area.set", NAMED):
        topic = _look_up_meant(talk)
    if topic == area_compare.TOPIC:
        return area_compare.ask_which(desk, talk.about(replace(talk.asked, topic=topic)))
    turn = asking.which(desk, talk.about(replace(talk.asked, topic=topic)))
    return turn.and_remember(waiting_for_area=topic if topic != "area.set" else None)


def not_england(desk: Desk, talk: Conversation) -> Turn:
    """Explains that a place is outside England."""
    return asking.not_england(desk, talk)


def offer_choices(desk: Desk, talk: Conversation) -> Turn:
    """Offers the likeliest readings by their titles."""
    if area_list.goes_on(talk):
        return area_list.more(desk, talk)
    turn = misses.offer(desk, talk)
    if turn is None:
        return misses.not_understood(desk, talk)
    return turn.and_remember(**area_list.when_offered(desk, talk, turn.replies[0].choices))


def decline(desk: Desk, talk: Conversation) -> Turn:
    """Declines a question outside the subject."""
    topic = desk.topics.get(talk.asked.topic) or desk.topics["out_of_scope.other"]
    return Turn((topic_answer.compose(desk, talk, topic),))


def not_understood(desk: Desk, talk: Conversation) -> Turn:
    """Says that it was not understood, offers what a search finds, and records the question."""
    return misses.not_understood(desk, talk)


def _glossary(desk: Desk, talk: Conversation) -> Turn:
    """Explains a term; a term that is not on record is a miss."""
    reply = glossary_answer.compose(desk, talk)
    return Turn((reply,), {"misses": 0}) if reply else misses.not_understood(desk, talk)


def _switch_to_easy_read(desk: Desk, talk: Conversation) -> Turn:
    if talk.style == "easy_read" and NOT_EASY & set(talk.asked.text.lower().split()):
        return _switch_to_standard(desk, talk)
    easy = replace(talk, style="easy_read")
    reply = topic_answer.compose(desk, easy, desk.topics[EASY_READ])
    return (_said_again(desk, easy) or Turn((reply,))).and_remember(style="easy_read")


def _switch_to_standard(desk: Desk, talk: Conversation) -> Turn:
    standard = replace(talk, style="standard")
    offered = choices(desk, desk.copy["dialogue"]["starters"], talk.areas)
    reply = Reply(desk.copy["dialogue"]["easy_read_off"], EASY_READ, choices=offered)
    return (_said_again(desk, standard) or Turn((reply,))).and_remember(style="standard")


def _said_again(desk: Desk, talk: Conversation) -> Turn | None:
    """The last answer in the style of now; None when nothing was answered yet."""
    if talk.topic in LOOK_UPS or talk.topic in OF_SEVERAL or (talk.topic in desk.topics and talk.topic != EASY_READ):
        return answer_one(desk, talk.about(Asked(talk.topic, "answer", areas=talk.areas)))
    return None


def _not_yet(desk: Desk, talk: Conversation) -> Turn:
    copy, topic = wording_of(desk, talk, "dialogue"), talk.asked.topic
    group = topic.partition(".")[0]
    text = copy.get({"area": "not_yet"}.get(group, "unanswerable_topic"))
    offered = choices(desk, copy.get("starters"), talk.asked.areas or talk.areas)
    return Turn((Reply(text, topic, "unanswerable", talk.asked.areas, style=talk.style, choices=offered),))


def _delete(desk: Desk) -> Turn:
    """Forgets everything remembered of this conversation, and says so."""
    reply = Reply(desk.copy["dialogue"]["deleted"], PRIVACY, choices=choices(desk, desk.copy["dialogue"]["starters"]))
    return Turn((reply,), dict.fromkeys(REMEMBERED))
