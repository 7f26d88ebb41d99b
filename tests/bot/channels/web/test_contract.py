"""The web channel of a real server, as the widget uses it."""

from __future__ import annotations

import asyncio
import datetime as dt

import httpx
import pytest
from sqlalchemy import select

from knowledge.clock import london_now
from knowledge.database import sessions
from knowledge.models import Feedback
from tests.bot.servers import serving
from tests.bot.visitors import CHARITY, Visitor, error_of, new_id

KENT = "E10000016"
REPLY_KEYS = {
    "text", "topic", "status", "areas", "language", "style", "choices", "sources", "as_at", "image", "table",
    "calendar",
}  # fmt: skip


def test_a_session_begins_with_a_greeting(visitor):
    """The first thing said is what it is, what it keeps, and three examples to ask."""
    begun = visitor.begun
    assert begun["limits"] == {"message": 2000}
    left = dt.datetime.fromisoformat(begun["expires_at"]) - london_now()
    assert dt.timedelta(minutes=118) < left <= dt.timedelta(minutes=120)
    (greeting,) = begun["replies"]
    assert set(greeting) == REPLY_KEYS
    for part in ("computer program", "not Ofsted", "I keep", "2 hours", "do not keep what you type"):
        assert part in greeting["text"]
    assert len(greeting["choices"]) == 3


def test_every_example_of_the_greeting_is_answered(visitor):
    """Tapping an example gets an answer or the question for the area."""
    for choice in visitor.begun["replies"][0]["choices"]:
        reply, *_ = visitor.send(choice=choice["payload"]).json()["replies"]
        assert reply["status"] in ("answered", "ask_area")


@pytest.mark.parametrize("named", ["E10000016", "Kent", "kent", "Kent County Council"])
def test_a_session_can_begin_with_an_area(http, named):
    """An area named by code or name is known from the first question on."""
    visitor = Visitor(http, area=named, style="easy_read")
    assert "Kent" in visitor.begun["replies"][0]["text"]
    (reply,) = visitor.say("what did we get")
    assert (reply["areas"], reply["style"]) == ([KENT], "easy_read")


@pytest.mark.parametrize("named", ["", "Atlantis", "Newcastle", "<script>alert(1)</script>", "'; DROP TABLE area"])
def test_an_area_that_is_none_is_left_out(http, named):
    """An unknown or shared name begins a session without an area, and is not said back."""
    greeting = Visitor(http, area=named).begun["replies"][0]
    assert greeting["areas"] == []
    assert not named or named not in greeting["text"]


def test_a_conversation_remembers(visitor):
    """Follow-up questions are understood within a session, and only there."""
    assert visitor.say("has kent been inspected")[0]["areas"] == [KENT]
    assert visitor.say("is there a survey open in my area")[0]["areas"] == [KENT]
    assert Visitor(visitor.http).say("is a survey open")[0]["status"] == "ask_area"


def test_the_same_id_gives_the_same_answer(visitor):
    """A message that is sent again is not answered again."""
    message = new_id()
    first = visitor.send("what did kent get", message).json()
    assert first["id"] == message
    assert visitor.send("something else", message).json() == first
    assert len(visitor.history()) == 1


async def test_the_same_id_many_times_at_once(server, visitor):
    """Ten sends of one message at the same time get one and the same answer."""
    body, headers = {"id": new_id(), "text": "what did kent get"}, {**visitor.headers, "x-forwarded-for": "192.0.2.1"}
    async with httpx.AsyncClient(base_url=server, timeout=30) as client:
        sends = (client.post("/web/messages", json=body, headers=headers) for _ in range(10))
        answers = [answer.json() for answer in await asyncio.gather(*sends)]
    assert all(answer == answers[0] for answer in answers)
    assert answers[0]["replies"][0]["areas"] == [KENT]
    assert len(visitor.history()) == 1


def test_history_holds_replies_and_no_words_of_the_person(visitor):
    """After a reload the replies come back, by the ids of their messages."""
    message = new_id()
    replies = visitor.send("what did Zebedee Quux get in kent", message).json()["replies"]
    assert visitor.history() == [{"id": message, "replies": replies}]
    assert "Quux" not in str(visitor.history())


def test_clearing_wipes_everything(visitor, settings):
    """Clearing deletes memory, turns and feedback, says how many, and the session can go on."""
    first = new_id()
    visitor.send("what did kent get", first)
    visitor.say("is there a survey open in my area")
    visitor.rate(first, True)
    assert visitor.clear() == {"conversation": True, "turns": 2, "feedback": 1}
    assert visitor.history() == []
    assert visitor.say("is there a survey open in my area")[0]["status"] == "ask_area"
    assert visitor.clear()["feedback"] == 0


def test_asking_for_deletion_wipes_too(visitor):
    """ "Delete my data" in the chat deletes the earlier turns as well as the memory."""
    visitor.say("what did kent get")
    visitor.say("delete my data")
    assert [turn["replies"][0]["topic"] for turn in visitor.history()] == ["bot.privacy"]
    assert visitor.say("is there a survey open in my area")[0]["status"] == "ask_area"


def test_asking_about_privacy_wipes_nothing(visitor):
    """A question about privacy is answered and deletes nothing."""
    visitor.say("what did kent get")
    visitor.say("what do you store about me")
    assert len(visitor.history()) == 2


def test_feedback_is_kept_by_topic(visitor, settings):
    """Feedback is thanked for and kept once, with the topic and nothing of the person."""
    message = new_id()
    visitor.send("what did kent get", message)
    for useful in (False, True):
        assert visitor.rate(message, useful).json()["thanks"]
    with sessions(settings.database_url)() as session:
        newest = session.scalars(select(Feedback).order_by(Feedback.id.desc())).first()
    assert (newest.topic, newest.useful) == ("area.outcome", 0)
    assert error_of(visitor.rate(new_id(), True)) == (400, "bad_request")
    visitor.clear()


def test_a_restart_loses_nothing(settings, trained_model, web_limits):
    """Session, memory, history and answered messages outlive the process."""
    message = new_id()
    with serving(settings, **web_limits) as address, httpx.Client(base_url=address, timeout=30) as http:
        before = Visitor(http)
        answer = before.send("what did kent get", message).json()
    with serving(settings, **web_limits) as address, httpx.Client(base_url=address, timeout=30) as http:
        after = Visitor(http)
        after.token = before.token
        assert after.send("what did kent get", message).json() == answer
        assert [turn["id"] for turn in after.history()] == [message]
        assert after.say("is a survey open")[0]["areas"] == [KENT]


def test_the_charity_may_read_the_answers(visitor):
    """The website that asked, and no other, is named in the answer."""
    headers = visitor.send("hello").headers
    assert headers["access-control-allow-origin"] == CHARITY
    assert "access-control-allow-credentials" not in headers
    assert "origin" in headers["vary"].lower()
    assert headers["cache-control"] == "no-store"
