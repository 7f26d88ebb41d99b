"""The turns of web sessions."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select, text

from bot.channels.web.session import Tokens
from bot.channels.web.turns import ABANDONED_AFTER, MOST_SHOWN, Turns
from knowledge.database import connect, sessions
from knowledge.models import Feedback, WebTurn
from tests.conftest import NOW

REPLIES = [{"text": "It got outcome 1.", "topic": "area.outcome", "status": "answered"}]
KEY = "a secret of sixteen"


class SetClock:
    """A clock that a test moves."""

    def __init__(self):
        self.now = NOW

    def __call__(self) -> dt.datetime:
        """The moment it is set to."""
        return self.now


@pytest.fixture
def clock():
    """A clock that stands at NOW."""
    return SetClock()


@pytest.fixture
def maker(database_url):
    """A maker of database sessions."""
    return sessions(database_url)


@pytest.fixture
def turns(database_url, clock):
    """Turns in a database of the test's own."""
    return Turns(connect(database_url), clock)


def new_session(clock=lambda: NOW):
    """A session of two hours."""
    return Tokens(KEY, 120, clock).issue("self")[1]


def answered(turns, session, message_id="message-1", replies=REPLIES):
    """Claims and answers one message."""
    assert turns.claim(session, message_id)
    turns.keep(session, message_id, replies)


def test_a_message_is_claimed_once(turns):
    """Only the first claim of a message counts, in its session; another session has its own messages."""
    session = new_session()
    assert turns.claim(session, "message-1")
    assert not turns.claim(session, "message-1")
    assert turns.claim(session, "message-2")
    assert turns.claim(new_session(), "message-1")


def test_a_released_or_abandoned_claim_can_be_taken(turns, clock):
    """A claim that was given back, or left by a process that stopped, can be taken over; an answer can't."""
    session = new_session()
    turns.claim(session, "message-1")
    turns.release(session, "message-1")
    assert turns.claim(session, "message-1")
    clock.now += ABANDONED_AFTER + dt.timedelta(seconds=1)
    assert turns.claim(session, "message-1")
    turns.keep(session, "message-1", REPLIES)
    clock.now += dt.timedelta(minutes=10)
    assert not turns.claim(session, "message-1")


def test_replies_are_kept(turns):
    """Replies come back by the id of their message, and only to their session."""
    session = new_session()
    answered(turns, session)
    assert turns.replies(session, "message-1") == REPLIES
    assert turns.replies(session, "message-2") is None
    assert turns.replies(new_session(), "message-1") is None


def test_history_holds_the_newest_turns(turns):
    """History is the newest answered turns, oldest first."""
    session = new_session()
    for number in range(MOST_SHOWN + 5):
        answered(turns, session, f"message-{number}")
    turns.claim(session, "message-under-way")
    assert [turn["id"] for turn in turns.history(session)] == [f"message-{n}" for n in range(5, MOST_SHOWN + 5)]


def test_nothing_readable_is_in_the_database(turns, maker):
    """Neither the replies nor the session id can be read from the rows."""
    session = new_session()
    answered(turns, session)
    with maker() as db:
        row = db.scalars(select(WebTurn)).one()
    kept = f"{row.session} {row.replies}"
    assert "outcome" not in kept
    assert session.id not in kept


def test_a_changed_key_loses_replies_without_an_error(turns):
    """Replies sealed under a former key are not shown, and nothing breaks."""
    session = new_session()
    answered(turns, session)
    other = session.__class__(session.id, session.origin, session.expires_at, b"another secret!!")
    assert turns.replies(other, "message-1") is None
    assert turns.history(other) == []


def test_feedback_counts_once(turns, maker):
    """Each answer can be rated once, under its topic; an unknown message can't."""
    session = new_session()
    answered(turns, session)
    assert turns.rate(session, "message-1", True)
    assert turns.rate(session, "message-1", False)
    assert not turns.rate(session, "message-9", True)
    with maker() as db:
        (kept,) = db.scalars(select(Feedback)).all()
    assert (kept.topic, kept.useful) == ("area.outcome", 1)


def test_wiping_deletes_everything_of_one_session(turns, maker):
    """Turns and feedback of the session go and are counted; those of others stay."""
    session, other = new_session(), new_session()
    for one in (session, other):
        answered(turns, one)
        turns.rate(one, "message-1", True)
    answered(turns, session, "message-2")
    assert turns.wipe(session) == {"turns": 2, "feedback": 1}
    assert turns.history(session) == []
    assert turns.history(other)
    with maker() as db:
        assert len(db.scalars(select(Feedback)).all()) == 1


def test_an_answer_that_comes_after_wiping_is_not_kept(turns, maker):
    """A message under way when the chat is cleared leaves nothing behind."""
    session = new_session()
    turns.claim(session, "message-1")
    turns.wipe(session)
    turns.keep(session, "message-1", REPLIES)
    with maker() as db:
        assert db.scalar(text("SELECT count(*) FROM web_turn")) == 0


def test_turns_go_with_their_session(turns, maker, clock):
    """Rows are deleted when their session is over; feedback, which names nobody, stays."""
    session = new_session()
    answered(turns, session)
    turns.rate(session, "message-1", True)
    assert turns.forget_expired() == 0
    clock.now += dt.timedelta(minutes=120)
    assert turns.forget_expired() == 1
    with maker() as db:
        assert len(db.scalars(select(Feedback)).all()) == 1
