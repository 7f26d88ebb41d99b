"""The reply object keeps its contract."""

from __future__ import annotations

import json

import pytest

from actions.reply import CalendarLink, Choice, Reply, SourceNote, Table

KEYS = {
    "text",
    "topic",
    "status",
    "areas",
    "language",
    "style",
    "choices",
    "sources",
    "as_at",
    "image",
    "table",
    "calendar",
}


def test_reply_has_the_keys_of_the_contract():
    """A reply as JSON has exactly the keys channels rely on."""
    reply = Reply("x", "area.outcome", choices=(Choice("t", "ask:a.b", "a.b"),), sources=(SourceNote("s", "u", None),))
    data = json.loads(json.dumps(reply.as_json()))
    assert set(data) == KEYS
    assert data["choices"] == [{"title": "t", "payload": "ask:a.b", "topic": "a.b"}]
    assert data["sources"] == [{"title": "s", "url": "u", "date": None}]


def test_a_table_is_plain_data():
    """A table in a reply becomes lists; a reply without one says null."""
    table = Table("Two areas", ("What", "Kent", "Leeds"), (("Outcome", "none", "3"),))
    assert Reply("x", None, table=table).as_json()["table"] == {
        "caption": "Two areas",
        "columns": ["What", "Kent", "Leeds"],
        "rows": [["Outcome", "none", "3"]],
    }
    assert Reply("x", None).as_json()["table"] is None


def test_a_calendar_link_survives_being_kept():
    """A reply with a calendar link is the same after it was kept as data; data from before there were any is read."""
    reply = Reply("x", None, calendar=CalendarLink("Put it in", "/area/leeds/next-inspection.ics"))
    data = json.loads(json.dumps(reply.as_json()))
    assert data["calendar"] == {"title": "Put it in", "url": "/area/leeds/next-inspection.ics"}
    assert Reply.from_json(data) == reply
    del data["calendar"]
    assert Reply.from_json(data).calendar is None


def test_unknown_status_is_refused():
    """A reply with a status outside the contract can't be made, and the error names it."""
    with pytest.raises(ValueError, match="'fine' is not a status"):
        Reply("x", None, "fine")
