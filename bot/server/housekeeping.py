"""Deleting what has expired while the server runs, so that nothing outlives its time by more than minutes."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Callable, Iterable

from sanic import Sanic
from sqlalchemy.engine import Engine

from bot.logs.safe import described
from bot.settings import Settings
from knowledge import retention
from knowledge.clock import Clock, london_now

logger = logging.getLogger(__name__)

EVERY_SECONDS = 300.0


def keep_house(app: Sanic, chores: Iterable[Callable[[], object]], every: float = EVERY_SECONDS) -> None:
    """Runs each chore (it deletes what is over) at the start and from then on."""
    chores = tuple(chores)

    async def forever(app: Sanic) -> None:
        while True:
            await asyncio.get_running_loop().run_in_executor(None, do_all, chores)
            await asyncio.sleep(every)

    app.add_task(forever)


def daily_purge(engine: Engine, settings: Settings, clock: Clock = london_now) -> Callable[[], int]:
    """A chore that deletes what is past its time, once a day: at the first round of each London day."""
    done: set[dt.date] = set()

    def chore() -> int:
        now = clock()
        if now.date() in done:
            return 0
        terms = retention.terms(now, settings.retention_days, settings.session_minutes)
        count = sum(retention.purge(engine, terms).values())
        done.clear()
        done.add(now.date())
        logger.info("deleted %s rows that are past their time", count)
        return count

    return chore


def do_all(chores: Iterable[Callable[[], object]]) -> None:
    """Runs each chore; one that fails is logged and does not stop the others."""
    for chore in chores:
        try:
            chore()
        except Exception as error:  # the database may be busy; the next round tries again
            logger.error("deleting what has expired failed: %s", described(error))
