"""Answering each message once."""

from __future__ import annotations

import asyncio
import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from actions.replies.turns import PRIVACY
from bot.channels.web.answering import Answering
from bot.channels.web.errors import WebError
from bot.channels.web.session import Tokens
from bot.channels.web.turns import Turns
from bot.memory.keeping import ProcessKeeping
from bot.memory.tracker_store import SlotTrackerStore
from knowledge.database import connect

SESSION = Tokens("a secret of sixteen", 120).issue("self")[1]
COPY = {
    "deleted": {
        "also": "Gone: {what}.",
        "turns": {"one": "1 answer", "many": "{count} answers"},
        "feedback": {"one": "1 rating", "many": "{count} ratings"},
    }
}


class Assistant:
    """Answers as told, counting; it waits for `gate` first when there is one."""

    def __init__(self, *statuses: str, gate: asyncio.Event | None = None, topic: str | None = None):
        self.statuses, self.gate, self.topic, self.heard = list(statuses), gate, topic, []

    async def __call__(self, message) -> None:
        """Takes a message (what Rasa's handler does)."""
        self.heard.append(message.text)
        if self.gate:
            await self.gate.wait()
        if self.statuses:
            reply = {"text": "said", "topic": self.topic, "status": self.statuses.pop(0)}
            await message.output_channel.send_custom_json(message.sender_id, reply)


@pytest.fixture
def answering(database_url):
    """Makes an Answering around an assistant, over one database."""
    turns = Turns(connect(database_url))
    return lambda assistant: Answering(assistant, turns, SlotTrackerStore(ProcessKeeping(60)), COPY)


async def test_the_same_message_twice_at_once_is_answered_once(answering):
    """Two sends of one message, the second while the first is under way, get one answer."""
    gate = asyncio.Event()
    assistant = Assistant("answered", gate=gate)
    channel = answering(assistant)
    both = asyncio.gather(*(channel.answer(SESSION, "message-1", "hello") for _ in range(2)))
    await asyncio.sleep(0)
    gate.set()
    first, second = await both
    assert first == second
    assert assistant.heard == ["hello"]


async def test_another_worker_waits_for_the_first(answering):
    """A second process that gets the same message waits and gives the first one's answer."""
    gate = asyncio.Event()
    first, second = Assistant("answered", gate=gate), Assistant("answered")
    one = asyncio.create_task(answering(first).answer(SESSION, "message-1", "hello"))
    await asyncio.sleep(0.01)
    other = asyncio.create_task(answering(second).answer(SESSION, "message-1", "hello"))
    await asyncio.sleep(0.01)
    gate.set()
    assert await one == await other
    assert second.heard == []


async def test_a_lost_connection_does_not_lose_the_answer(answering):
    """The work goes on when the asker is gone; sending again finds its result."""
    gate = asyncio.Event()
    assistant = Assistant("answered", gate=gate)
    channel = answering(assistant)
    lost = asyncio.create_task(channel.answer(SESSION, "message-1", "hello"))
    await asyncio.sleep(0.01)
    lost.cancel()
    gate.set()
    assert (await channel.answer(SESSION, "message-1", "hello"))[0]["text"] == "said"
    assert len(assistant.heard) == 1


async def test_an_error_is_not_kept(answering):
    """When answering went wrong the person is told, and sending the message again tries again."""
    channel = answering(Assistant("error", "answered"))
    statuses = [(await channel.answer(SESSION, "message-1", "hello"))[0]["status"] for _ in range(3)]
    assert statuses == ["error", "answered", "answered"]


async def test_a_deletion_that_failed_is_never_said_to_be_done(database_url, monkeypatch):
    """When the turns could not be wiped, the "deleted" reply is not kept, and sending the message again wipes them."""
    turns, wiped = Turns(connect(database_url)), []

    def wipe(session, spared=""):
        wiped.append(spared)
        if len(wiped) == 1:
            raise OperationalError("DELETE", {}, Exception("locked"))
        return {}

    monkeypatch.setattr(turns, "wipe", wipe)
    assistant = Assistant("answered", "answered", topic=PRIVACY)
    channel = Answering(assistant, turns, SlotTrackerStore(ProcessKeeping(60)), COPY)
    with pytest.raises(OperationalError):
        await channel.answer(SESSION, "message-1", "delete my data")
    assert turns.replies(SESSION, "message-1") is None
    await channel.answer(SESSION, "message-1", "delete my data")
    assert wiped == ["message-1", "message-1"]


async def test_silence_is_an_error(answering):
    """An assistant that says nothing gives an error, never an empty list, and can be asked again."""
    assistant = Assistant()
    channel = answering(assistant)
    for _ in range(2):
        with pytest.raises(WebError, match="failed"):
            await channel.answer(SESSION, "message-1", "hello")
    assert len(assistant.heard) == 2


async def test_a_database_that_can_not_be_written_keeps_nobody_waiting(answering, database_url):
    """While another process holds the database, messages are answered; after that they are kept again."""
    assistant = Assistant(*["answered"] * 4)
    channel = answering(assistant)
    other = sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for number in range(3):
        assert (await channel.answer(SESSION, f"message-{number}", "hello"))[0]["text"] == "said"
    other.execute("ROLLBACK")
    other.close()
    again = answering(assistant)
    assert await again.answer(SESSION, "message-9", "hello") == await again.answer(SESSION, "message-9", "hello")
    assert len(assistant.heard) == 4


async def test_what_was_deleted_is_counted(answering):
    """ "Delete my data" names how many answers and ratings went with the conversation."""
    assistant = Assistant("answered", "answered", "answered")
    channel = answering(assistant)
    await channel.answer(SESSION, "message-1", "hello")
    await channel.answer(SESSION, "message-2", "hello again")
    assistant.topic = PRIVACY
    replies = await channel.answer(SESSION, "message-3", "delete my data")
    assert replies[0]["text"] == "said Gone: 2 answers."
