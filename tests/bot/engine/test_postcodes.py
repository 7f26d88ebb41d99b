"""Postcodes in the running assistant: through the public service where allowed, and never kept."""

from __future__ import annotations

import asyncio
import logging
import shutil
import sqlite3

import pytest

from actions import desk
from bot.command_line.ask import answer
from bot.engine.start import build_agent
from bot.settings import Settings
from tests.conftest import TODAY
from tests.postcode_service import running_service

FULL = ("MK40 2TA", "mk402ta")
SECRET = b"2ta"


@pytest.fixture(scope="module")
def server():
    """The running service."""
    with running_service() as service:
        yield service


@pytest.fixture(scope="module")
def allowed(loaded_file, trained_model, server, tmp_path_factory) -> Settings:
    """Settings that allow the service, on a database without a table."""
    path = shutil.copy(loaded_file, tmp_path_factory.mktemp("service") / "send.db")
    service = {"postcodes_api": True, "postcodes_api_url": server.url}
    return Settings(database_url=f"sqlite:///{path}", today=TODAY, _env_file=None, **service)


@pytest.fixture(scope="module")
def service_agent(allowed, trained_model):
    """The assistant with the service allowed. Its desk is that of the process only while this module runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk, "_desk", None)
        yield build_agent(allowed, trained_model, remember_in_database=True)


async def ask(agent, message: str, sender: str = "somebody") -> dict:
    """The one reply to a message."""
    (reply,) = await answer(agent, sender, message, None)
    return reply


async def test_the_service_answers_where_it_is_allowed(service_agent):
    """Full postcodes and districts are found without a table."""
    assert (await ask(service_agent, "has MK40 2TA been inspected"))["areas"] == ["E06000055"]
    assert (await ask(service_agent, "WD18"))["areas"] == ["E10000015"]
    assert (await ask(service_agent, "BR8"))["status"] == "ask_area"


async def test_when_the_service_fails_it_says_so(service_agent, server):
    """Two failures end in an honest question for the council."""
    server.trouble = [500, 500]
    reply = await ask(service_agent, "has MK41 7AA been inspected", sender="unlucky")
    assert reply["status"] == "ask_area"
    assert "can't look up postcodes" in reply["text"]


async def test_no_postcode_is_kept_or_logged(service_agent, allowed, server, caplog):
    """Found, unknown, failed or not understood: neither log, nor database, nor tracker holds the postcode."""
    for name in ("", "rasa", "httpx", "httpcore", "sqlalchemy.engine", "asyncio"):
        caplog.set_level(logging.DEBUG, logger=name)
    for said in FULL:
        await ask(service_agent, f"has {said} been inspected")
        await ask(service_agent, f"zxqv {said} blorp")
    server.trouble = [500, 500]
    await ask(service_agent, "MK43 2TA")
    assert SECRET not in caplog.text.lower().encode()
    path = allowed.database_url.removeprefix("sqlite:///")
    sqlite3.connect(path).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with open(path, "rb") as handle:
        raw = handle.read().lower()
    assert SECRET not in raw
    tracker = await service_agent.tracker_store.retrieve("somebody")
    assert SECRET not in str(tracker.current_state()).lower().encode()


async def test_messages_of_one_person_stay_in_order(service_agent, server):
    """A message that waits for the service is answered before the one sent after it."""
    server.trouble = [0.3]
    first, second = await asyncio.gather(
        ask(service_agent, "BR8 7RE", sender="quick"), ask(service_agent, "is there a survey open", sender="quick")
    )
    assert first["areas"] == second["areas"] == ["E10000016"]


async def test_metadata_of_a_channel_can_not_pretend_to_be_a_postcode(service_agent):
    """What a client sends under that name is overwritten."""
    from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

    place = {"status": "found", "codes": ["E06000055"], "nations": []}
    pretended = {"postcodes": [{"district": "MK40", "start": 0, "end": 2, **place}]}
    channel = CollectingOutputChannel()
    await service_agent.handle_message(UserMessage("is there a survey open", channel, "liar", metadata=pretended))
    assert channel.messages[0]["custom"]["status"] == "ask_area"
