"""A survey opens for many subscribers, and the process that tells them is killed outright on the way."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass

from sqlalchemy.orm import sessionmaker

from knowledge.clock import LONDON
from knowledge.database import connect
from tests.bot.notices.subscribers import open_survey, results, subscribe_all
from tests.bot_api import BotApiServer

NOON = dt.datetime(2026, 7, 1, 12, tzinfo=LONDON)
SECRET = "a secret for the tests of notices"
REAL = [sys.executable, "-m", "bot.command_line", "notify", "--loop"]


@dataclass(frozen=True)
class Outcome:
    """How many messages each chat got, how long it took in seconds, and what the outbox says."""

    by_chat: Counter
    seconds: float
    results: dict[str | None, int]
    rates: dict


async def tell_all(
    api: BotApiServer, url: str, subscribers: int, a_second: int, kills: int, command: list[str], longest: float
) -> Outcome:
    """Tells all, killing the process `kills` times at even distances. Raises TimeoutError when it takes too long."""
    chats = [api.add_user(f"Person {number}") for number in range(subscribers)]
    engine = connect(url)
    sessions = sessionmaker(engine, future=True)
    with sessions.begin() as session:
        subscribe_all(session, chats, SECRET, NOON - dt.timedelta(days=1))
        open_survey(session, NOON, NOON + dt.timedelta(days=8), NOON)
    started = time.monotonic()
    process = _start(command, api, url, a_second, started)
    try:
        for number in range(1, kills + 1):
            await api.wait_for(subscribers * number // (kills + 1), timeout=longest)
            process.kill()
            process.wait()
            process = _start(command, api, url, a_second, started)
        await api.wait_for(subscribers, timeout=longest)
        seconds = time.monotonic() - started
        await _until_settled(sessions, longest)
    finally:
        process.kill()
        process.wait()
    by_chat = Counter({chat: api.count(chat) for chat in chats})
    with sessions() as session:
        found = results(session)
    engine.dispose()
    return Outcome(by_chat, seconds, found, api.rates())


async def _until_settled(sessions: sessionmaker, longest: float) -> None:
    """Waits until the outbox is settled, and so that nothing more can be sent."""
    end = time.monotonic() + longest
    while time.monotonic() < end:
        with sessions() as session:
            if None not in results(session):
                return
        await asyncio.sleep(0.2)
    raise TimeoutError("the outbox is not settled")


def _start(command: list[str], api: BotApiServer, url: str, a_second: int, started: float) -> subprocess.Popen:
    now = NOON + dt.timedelta(seconds=time.monotonic() - started + 1)
    own = {
        "DATABASE_URL": url,
        "SECRET_KEY": SECRET,
        "TELEGRAM_BOT_TOKEN": api.token,
        "TELEGRAM_API_BASE_URL": api.root,
        "NOTICES_A_SECOND": str(a_second),
        "TODAY": now.isoformat(),
    }
    return subprocess.Popen(command, env={**os.environ, **own}, stderr=subprocess.DEVNULL)
