"""notify.*: asking to be told, ending it, and what one is signed up for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies import asking
from actions.replies.notify_wording import LIST, SUBSCRIBE, UNSUBSCRIBE, NotifyWording
from actions.replies.parts import choices
from actions.reply import Reply
from actions.turn import Turn
from knowledge.notices import subscriptions
from knowledge.notices.events import ALL_EVENTS, REPORT_EVENTS, SURVEY_EVENTS
from knowledge.notices.wishes import events_meant

SURVEY_ONLY, REPORT_ONLY = "notify.survey", "notify.report"
"""Where taps and open questions lead that are about surveys or reports alone. On the contract: notify.subscribe."""
GROUP = "notify."
TAPPED = "ask:"
MOST_AT_ONCE = 4
_EVENTS = {SURVEY_ONLY: SURVEY_EVENTS, REPORT_ONLY: REPORT_EVENTS}
_TOPICS = {SURVEY_EVENTS: SURVEY_ONLY, REPORT_EVENTS: REPORT_ONLY}
_BUT = frozenset({"keep", "but", "not", "except"})
"""With several areas named, one of these says that they are not all meant."""


def is_about(topic: str) -> bool:
    """True for the topics that this module answers."""
    return topic.startswith(GROUP)


def answer(desk: Desk, talk: Conversation) -> Turn:
    """Answers a question of this group."""
    if talk.asked.topic == LIST:
        return _list(desk, talk)
    return _end(desk, talk) if talk.asked.topic == UNSUBSCRIBE else _subscribe(desk, talk)


def stop(desk: Desk, talk: Conversation) -> Turn | None:
    """A plain "stop" of somebody who gets messages ends them all; None when they get none."""
    if talk.person is None or not _wishes(desk, talk.person):
        return None
    return _end(desk, talk.about(replace(talk.asked, topic=UNSUBSCRIBE, areas=(), shared=(), text="")))


def still_signed_up(desk: Desk, talk: Conversation) -> str:
    """The line for somebody who gave up something else: which messages they get. Empty when none."""
    wishes = _wishes(desk, talk.person) if talk.person else {}
    return NotifyWording(desk, talk).say("still_signed_up", areas=list(wishes)) if wishes else ""


def _subscribe(desk: Desk, talk: Conversation) -> Turn:
    asked, events = talk.asked, _events(talk)
    if talk.person is None:
        return _cant_send(desk, talk)
    if asked.nation and not (asked.areas or asked.shared):
        return asking.not_england(desk, talk)
    topic = _TOPICS.get(events, SUBSCRIBE)
    meant = talk.about(replace(asked, topic=topic))
    if asked.shared:
        return _as_contract(asking.which(desk, meant)).and_remember(waiting_for_area=topic)
    remembered = () if asked.unsure_postcode else talk.areas
    codes = [code for code in asked.areas or remembered if code in desk.store.area_names()][:MOST_AT_ONCE]
    if not codes:
        return _as_contract(asking.area(desk, meant))
    return _note(desk, talk, codes, events)


def _note(desk: Desk, talk: Conversation, codes: Sequence[str], events: tuple[str, ...]) -> Turn:
    now, channel = desk.now(talk.clock), talk.channel or "telegram"
    with desk.store.session() as session, session.begin():
        found = {code: subscriptions.subscribe(session, talk.person, channel, code, events, now) for code in codes}
    words = NotifyWording(desk, talk)
    new = [code for code in codes if found[code].new]
    had = [code for code in codes if found[code].had and not found[code].new]
    lines = [words.say("done", areas=new, what=words.what(events)) if new else ""]
    lines += [words.say("already", areas=had, what=words.what(events)) if had else ""]
    lines += [words.say("too_many") if any(one.too_many for one in found.values()) else ""]
    lines += words.promises() if new else []
    state, sources = words.surveys_now(new if set(events) & set(SURVEY_EVENTS) else [])
    text = "\n".join([*filter(None, lines), *state])
    steps = [words.choice(UNSUBSCRIBE, codes[0]), words.choice(LIST)]
    if events == SURVEY_EVENTS:
        steps.insert(0, words.choice(REPORT_ONLY, codes[0]))
    reply = Reply(text, SUBSCRIBE, areas=tuple(codes), style=talk.style, choices=tuple(steps), sources=sources)
    return Turn((reply,), {"areas": list(codes[:1]), "topic": SUBSCRIBE, "waiting_for_area": None, "misses": 0})


def _end(desk: Desk, talk: Conversation) -> Turn:
    words, asked = NotifyWording(desk, talk), talk.asked
    if talk.person is None:
        return _said(talk, UNSUBSCRIBE, words.say("nothing_here"), ())
    wishes = _wishes(desk, talk.person)
    if not wishes:
        return _said(talk, UNSUBSCRIBE, words.say("nothing"), words.starting(talk.areas))
    named = _named(talk, wishes)
    if len(named or ()) > 1 and (_BUT & set(asked.text.lower().split()) or (asked.shared and not asked.areas)):
        offered = tuple(words.choice(UNSUBSCRIBE, code) for code in named[:3])
        return _said(talk, UNSUBSCRIBE, words.say("which_to_stop"), offered, status="clarify")
    events = ALL_EVENTS if asked.text.startswith(TAPPED) else events_meant(asked.text)
    with desk.store.session() as session, session.begin():
        ended = subscriptions.unsubscribe(session, talk.person, desk.now(talk.clock), named, events)
        left = subscriptions.wishes_of(session, talk.person)
    if not ended:
        lines = [words.say("not_for", areas=list(asked.areas) or list(wishes)), *words.listed("signed_up", wishes)]
        offered = [words.choice(UNSUBSCRIBE, code) for code in list(wishes)[:2]]
        return _said(talk, UNSUBSCRIBE, "\n".join(lines), (*offered, words.choice(UNSUBSCRIBE)))
    text = "\n".join([words.ended(ended, events, left), *words.listed("left", left)])
    offered = words.starting(list(ended)[:2])
    return _said(talk, UNSUBSCRIBE, text, (*offered, *([words.choice(UNSUBSCRIBE)] if left else [])))


def _list(desk: Desk, talk: Conversation) -> Turn:
    words = NotifyWording(desk, talk)
    if talk.person is None:
        return _said(talk, LIST, words.say("nothing_here"), ())
    wishes = _wishes(desk, talk.person)
    if not wishes:
        return _said(talk, LIST, words.say("nothing"), words.starting(talk.asked.areas or talk.areas))
    lines = [*words.listed("signed_up", wishes), words.say("how_to_stop")]
    offered = [words.choice(UNSUBSCRIBE, code) for code in list(wishes)[:2]]
    if len(wishes) > 1:
        offered.append(words.choice(UNSUBSCRIBE))
    return _said(talk, LIST, "\n".join(lines), tuple(offered), tuple(wishes))


def _named(talk: Conversation, wishes: subscriptions.Wishes) -> list[str] | None:
    """The areas a person named, of those a shared name can mean only the ones they get messages about."""
    asked = talk.asked
    shared = [code for _, codes in asked.shared for code in codes]
    if not asked.areas and not shared:
        return None
    return [*asked.areas, *(code for code in shared if code in wishes)]


def _events(talk: Conversation) -> tuple[str, ...]:
    if talk.asked.topic in _EVENTS:
        return _EVENTS[talk.asked.topic]
    return ALL_EVENTS if talk.asked.text.startswith(TAPPED) else events_meant(talk.asked.text)


def _cant_send(desk: Desk, talk: Conversation) -> Turn:
    areas = talk.asked.areas or talk.areas
    offered = choices(desk, ["area.survey", "area.parent_carer_forum", "views.survey_when"], areas)
    return _said(talk, SUBSCRIBE, NotifyWording(desk, talk).say("cant_send"), offered, status="unanswerable")


def _said(
    talk: Conversation, topic: str, text: str, offered, areas: tuple[str, ...] | None = None, status: str = "answered"
) -> Turn:
    named = talk.asked.areas if areas is None else areas
    reply = Reply(text, topic, status, named, style=talk.style, choices=tuple(offered))
    return Turn((reply,), {"topic": topic, "waiting_for_area": None, "misses": 0})


def _as_contract(turn: Turn) -> Turn:
    return Turn(tuple(replace(reply, topic=SUBSCRIBE) for reply in turn.replies), turn.remember)


def _wishes(desk: Desk, person: str) -> subscriptions.Wishes:
    with desk.store.session() as session:
        return subscriptions.wishes_of(session, person)
