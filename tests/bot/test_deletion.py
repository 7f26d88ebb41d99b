"""Deleting on the web and over REST, by words and by button: the bytes of the database file are read afterwards."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import httpx
import pytest

from tests.bot.raw_file import raw
from tests.bot.servers import started
from tests.bot.visitors import CHARITY, Visitor, new_id

TOKEN = "rest-token-4711-4711-47"
SETTINGS = {"ALLOWED_ORIGINS": CHARITY, "REST_CHANNEL": "on", "REST_TOKEN": TOKEN, "LOG_LEVEL": "WARNING"}
KEPT = {
    "conversation": "SELECT person, state FROM conversation",
    "web_turn": "SELECT session, replies FROM web_turn",
    "feedback": "SELECT id FROM feedback",
}


@pytest.fixture(scope="module")
def served(settings, trained_model, loaded_file, tmp_path_factory):
    """A server over a database of its own: its address and the file."""
    file = tmp_path_factory.mktemp("deletion") / "send.db"
    file.write_bytes(loaded_file.read_bytes())
    own = settings.copy(update={"database_url": f"sqlite:///{file}"})
    with started(own, **SETTINGS) as (address, _), httpx.Client(base_url=address, timeout=60) as http:
        yield http, file


def kept(file: Path) -> dict[str, list[tuple]]:
    """What is kept of people, by table."""
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as db:
        return {table: db.execute(query).fetchall() for table, query in KEPT.items()}


def talked(http: httpx.Client) -> Visitor:
    """Somebody who chose an area, asked two things and rated one answer."""
    visitor = Visitor(http)
    visitor.say("i live in leeds")
    rated = new_id()
    visitor.say("has it been inspected", message_id=rated)
    assert visitor.rate(rated, True).status_code == 200
    return visitor


def test_delete_my_data_typed_on_the_web_leaves_nothing_but_its_reply(served):
    """Typed, it says how much went; of the chat only the reply that says so is left, sealed, for a reload."""
    http, file = served
    visitor = talked(http)
    before = kept(file)
    (reply,) = visitor.say("delete my data")
    assert "the 2 answers of this chat" in reply["text"]
    assert "the 1 rating that you gave" in reply["text"]
    after, left = kept(file), raw(file)
    assert (after["conversation"], after["feedback"], len(after["web_turn"])) == ([], [], 1)
    for _, sealed in (*before["web_turn"], *before["conversation"]):
        assert sealed.encode() not in left
    assert [turn["replies"] for turn in visitor.history()] == [[reply]]
    visitor.clear()


def test_the_button_on_the_web_leaves_nothing(served):
    """Cleared by the widget's button, no byte of the chat, its key and its ratings is left."""
    http, file = served
    visitor = talked(http)
    before = kept(file)
    assert visitor.clear() == {"conversation": True, "turns": 2, "feedback": 1}
    assert kept(file) == {"conversation": [], "web_turn": [], "feedback": []}
    left = raw(file)
    secrets = [value for table in ("conversation", "web_turn") for row in before[table] for value in row]
    assert len(secrets) == 6
    assert not [secret for secret in secrets if secret.encode() in left]


def test_delete_my_data_over_rest_leaves_nothing(served):
    """Over REST, where nothing but the conversation is kept, no byte of it is left."""
    http, file = served

    def say(text: str) -> str:
        body = {"sender": "quuxington-4711", "message": text}
        answer = http.post("/webhooks/rest/webhook", json=body, headers={"authorization": f"Bearer {TOKEN}"})
        return answer.json()[0]["custom"]["text"]

    say("i live in leeds")
    ((person, state),) = kept(file)["conversation"]
    assert say("delete my data").startswith("Done. I have deleted")
    left = raw(file)
    assert kept(file)["conversation"] == []
    assert not [secret for secret in (person, state, "quuxington") if secret.encode() in left]
