"""Where conversations are kept."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from bot.memory.keeping import DatabaseKeeping, ProcessKeeping
from knowledge.database import sessions
from knowledge.models import Conversation
from tests.conftest import NOW

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture(params=["process", "database"])
def keeping(request, database_url):
    """Both ways of keeping."""
    if request.param == "process":
        return ProcessKeeping(60)
    return DatabaseKeeping(sessions(database_url), 60, "a secret of sixteen")


def test_state_is_kept_and_replaced(keeping):
    """The newest state of a conversation is given back."""
    assert keeping.get("somebody", NOW) is None
    keeping.put("somebody", {"topic": "a"}, NOW)
    keeping.put("somebody", {"topic": "b"}, NOW + MINUTE)
    assert keeping.get("somebody", NOW + MINUTE) == {"topic": "b"}
    assert keeping.get("another", NOW) is None


def test_state_expires(keeping):
    """A conversation is forgotten after its minutes of quiet."""
    keeping.put("somebody", {"topic": "a"}, NOW)
    assert keeping.get("somebody", NOW + 59 * MINUTE)
    assert keeping.get("somebody", NOW + 60 * MINUTE) is None


def test_ids_are_kept_as_keyed_hashes(database_url):
    """The id of a person is nowhere in the database, and another secret gives another hash."""
    maker = sessions(database_url)
    for secret in ("a secret of sixteen", "another secret!!"):
        DatabaseKeeping(maker, 60, secret).put("+447700900123", {"topic": "a"}, NOW)
    with maker() as session:
        keys = session.scalars(select(Conversation.person)).all()
    assert len(set(keys)) == 2
    assert all("7700900123" not in key and len(key) == 64 for key in keys)


def test_state_is_sealed(database_url):
    """What is remembered can't be read in the database, and does not open under another conversation's id."""
    maker = sessions(database_url)
    keeping = DatabaseKeeping(maker, 60, "a secret of sixteen")
    keeping.put("somebody", {"topic": "crisis.self_harm"}, NOW)
    with maker.begin() as session:
        row = session.scalars(select(Conversation)).one()
        assert "crisis" not in row.state
        other = Conversation(person=keeping._key("another"), state=row.state, updated_at=NOW)
        session.add(other)
    assert keeping.get("another", NOW) is None
    assert keeping.get("somebody", NOW) == {"topic": "crisis.self_harm"}


def test_an_emptied_conversation_leaves_no_row(database_url):
    """When everything remembered is deleted, no row of the person stays in the database."""
    maker = sessions(database_url)
    keeping = DatabaseKeeping(maker, 60, "a secret of sixteen")
    keeping.put("somebody", {"topic": "a"}, NOW)
    keeping.put("somebody", {}, NOW)
    with maker() as session:
        assert session.scalars(select(Conversation.person)).all() == []


def test_expired_conversations_are_deleted(database_url):
    """Expired rows are deleted and counted; others stay."""
    keeping = DatabaseKeeping(sessions(database_url), 60, "a secret of sixteen")
    keeping.put("old", {"topic": "a"}, NOW)
    keeping.put("new", {"topic": "b"}, NOW + 30 * MINUTE)
    assert keeping.forget_expired(NOW + 70 * MINUTE) == 1
    assert keeping.get("new", NOW + 70 * MINUTE) == {"topic": "b"}
