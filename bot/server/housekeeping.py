"""Deleting what has expired while the server runs, so that nothing outlives its time by more than minutes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable

from sanic import Sanic

from bot.logs.safe import described

logger = logging.getLogger(__name__)

EVERY_SECONDS = 300.0


def keep_house(app: Sanic, chores: Iterable[Callable[[], int]], every: float = EVERY_SECONDS) -> None:
    """Runs each chore (it deletes what is over and says how many) at the start and from then on."""
    chores = tuple(chores)

    async def forever(app: Sanic) -> None:
        while True:
            await asyncio.get_running_loop().run_in_executor(None, do_all, chores)
            await asyncio.sleep(every)

    app.add_task(forever)


def do_all(chores: Iterable[Callable[[], int]]) -> None:
    """Runs each chore; one that fails is logged and does not stop the others."""
    for chore in chores:
        try:
            chore()
        except Exception as error:  # the database may be busy; the next round tries again
            logger.error("deleting what has expired failed: %s", described(error))
