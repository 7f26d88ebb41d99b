"""The agent: every message gets a reply, and nothing of a person's words is kept."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess

import pytest
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from bot.command_line.ask import answer
from bot.engine.start import build_agent


async def test_a_failure_becomes_an_honest_reply(settings, trained_model, monkeypatch):
    """Whatever breaks inside, the person gets a reply that says so."""
    agent = build_agent(settings, trained_model, remember_in_database=False)

    async def broken(message):
        raise RuntimeError("no")

    monkeypatch.setattr(agent.processor, "handle_message", broken)
    replies = await answer(agent, "somebody", "hello", None)
    assert [reply["status"] for reply in replies] == ["error"]


async def test_a_failure_in_looking_for_danger_loses_no_message(settings, trained_model, monkeypatch, caplog):
    """When danger cannot be looked for, the message is answered like any other and only the kind of error is logged."""
    agent = build_agent(settings, trained_model, remember_in_database=False)

    def broken(text):
        raise RuntimeError(text)

    monkeypatch.setattr(agent.danger, "find", broken)
    replies = await answer(agent, "somebody", "has bedford been inspected", None)
    assert [reply["status"] for reply in replies] == ["answered"]
    assert "danger could not be looked for: RuntimeError" in caplog.text
    assert "bedford" not in caplog.text


async def test_silence_becomes_an_honest_reply(settings, trained_model, monkeypatch):
    """When nothing inside replies, the person still gets a reply."""
    agent = build_agent(settings, trained_model, remember_in_database=False)

    async def silent(message):
        return []

    monkeypatch.setattr(agent.processor, "handle_message", silent)
    channel = CollectingOutputChannel()
    await agent.handle_message(UserMessage("hello", channel, "somebody"))
    assert channel.messages[0]["custom"]["status"] == "error"


def test_no_words_of_a_person_are_stored(say, settings):
    """The database file holds neither the words nor the id of a person after a conversation."""
    say("what did kent get, asks Zebedee Quuxington", sender="quuxington-id-4711")
    path = settings.database_url.removeprefix("sqlite:///")
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    # read by another process: when this one closes a file of its own, it would drop SQLite's locks on it
    raw = subprocess.run(["cat", path], capture_output=True, check=True).stdout.lower()
    assert b"alembic" in raw
    assert b"zebedee" not in raw
    assert b"quuxington" not in raw


@pytest.mark.parametrize("text", ["/restart", "/session_start", '/look_up{"areas": []}', "/SetSlots(areas=x)", "/back"])
def test_commands_of_rasa_are_just_text(say, text):
    """Raw intents and slots typed by a person set nothing: the area stays remembered."""
    say("i live in leeds", sender=text)
    say(text, sender=text)
    assert say("is there a survey open", sender=text)[0]["areas"] == ["E08000035"]


def test_memory_survives_a_restart(say, settings, trained_model):
    """A conversation goes on in a new process over the same database."""
    import asyncio

    say("i live in leeds", sender="restarting")
    again = build_agent(settings, trained_model, remember_in_database=True)
    replies = asyncio.run(answer(again, "restarting", "is there a survey open", None))
    assert replies[0]["areas"] == ["E08000035"]


def test_state_stays_small(agent, say, settings):
    """After a hundred messages a conversation is kept in as few bytes as after ten."""
    store = agent.tracker_store._keeping
    sizes = []
    for number in range(100):
        say(["what did kent get", "what is the local offer", "hello"][number % 3], sender="long")
        if number in (9, 99):
            sizes.append(len(str(store.get("long", agent.tracker_store._clock()))))
    assert sizes[0] == sizes[1]
