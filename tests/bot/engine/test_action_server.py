"""The same actions on a server of their own."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys

import pytest

from bot.command_line.ask import answer
from bot.engine.start import build_agent
from tests.bot.servers import free_port, wait_for

QUESTIONS = ["has bedford been inspected", "when will they be back", "what does inconsistent mean", "Bedfordshire"]


@pytest.fixture(scope="module")
def action_server(settings):
    """A running `send-assistant actions`, over the same facts."""
    port = free_port()
    environment = {**os.environ, "DATABASE_URL": settings.database_url, "TODAY": settings.today}
    command = [sys.executable, "-m", "bot.command_line", "actions", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    wait_for(f"http://127.0.0.1:{port}/health", process)
    yield f"http://127.0.0.1:{port}/webhook"
    process.terminate()
    process.wait(timeout=20)


def test_an_action_server_gives_the_same_replies(action_server, settings, trained_model):
    """A conversation gets the same replies whether actions run in the process or on a server."""
    near = build_agent(settings, trained_model, remember_in_database=False)
    far = build_agent(
        settings.copy(update={"action_server_url": action_server}), trained_model, remember_in_database=False
    )

    async def talk(agent) -> list:
        return [await answer(agent, "somebody", question, "2026-11-22") for question in QUESTIONS]

    here, there = asyncio.run(talk(near)), asyncio.run(talk(far))
    assert here == there
    assert here[0][0]["topic"] == "area.outcome"


def test_an_action_server_that_is_down_is_said_honestly(settings, trained_model):
    """When the action server can't be reached, the person gets an error reply and not silence."""
    away = settings.copy(update={"action_server_url": f"http://127.0.0.1:{free_port()}/webhook"})
    agent = build_agent(away, trained_model, remember_in_database=False)
    replies = asyncio.run(answer(agent, "somebody", "what did kent get", None))
    assert [reply["status"] for reply in replies] == ["error"]
