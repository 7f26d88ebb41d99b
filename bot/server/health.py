"""Is it alive, is it ready: what a load balancer or an operator asks. Nothing here is about a person."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy import text

from actions.desk import the_desk
from knowledge.database import is_gone
from knowledge.partial_date import PartialDate

SENTENCE = "has Bedford been inspected"
EXPECTED = "area.outcome"
RELEASE = "inspections"
OK, FAILED = "ok", "failed"
PART_SECONDS = 3.0
KEPT_SECONDS = 5.0
"""An answer is given again for so long, so that asking often costs nothing."""

Checks = dict[str, Callable[[], Awaitable[Any]]]


class Health:
    """Checks the parts of a running assistant."""

    def __init__(self, agent, clock: Callable[[], float] = time.monotonic):
        self._agent, self._clock = agent, clock
        self._kept: dict[str, tuple[float, bool, dict[str, Any]]] = {}

    async def alive(self) -> tuple[bool, dict[str, Any]]:
        """A real answer: the model understands a fixed sentence and the facts can be read."""
        return await self._checked("health", {"understanding": self._understands, "database": self._database})

    async def ready(self) -> tuple[bool, dict[str, Any]]:
        """Database reachable, model loaded, facts there, and how old they are."""
        return await self._checked("ready", {"database": self._database, "model": self._model, "data": self._data})

    def age_in_days(self) -> int:
        """Days since the day up to which the facts are true."""
        return (the_desk().now(None).date() - self._as_at().last_day).days

    async def _checked(self, name: str, checks: Checks) -> tuple[bool, dict[str, Any]]:
        until, good, said = self._kept.get(name, (0.0, False, {}))
        if self._clock() < until:
            return good, said
        said = {part: await _result(check) for part, check in checks.items()}
        good = FAILED not in said.values()
        said = {"status": OK if good else FAILED, **said}
        self._kept[name] = (self._clock() + KEPT_SECONDS, good, said)
        return good, said

    async def _understands(self) -> str:
        parsed = await self._agent.parse_message(SENTENCE)
        found = [one.get("topic") for one in parsed.get("questions", ())]
        if EXPECTED not in found:
            raise LookupError(EXPECTED)
        return OK

    async def _database(self) -> str:
        await asyncio.get_running_loop().run_in_executor(None, _read)
        return OK

    async def _model(self) -> str:
        if not self._agent.is_ready():
            raise LookupError("model")
        return OK

    async def _data(self) -> dict[str, Any]:
        days = self.age_in_days()
        return {"as_at": self._as_at().iso, "age_days": days, "stale": days > the_desk().stale_days}

    @staticmethod
    def _as_at() -> PartialDate:
        return the_desk().store.as_at(RELEASE)


async def _result(check: Callable[[], Awaitable[Any]]) -> Any:
    """What a check says, or `failed` when it fails or takes too long."""
    try:
        return await asyncio.wait_for(check(), PART_SECONDS)
    except Exception:  # any failure is the answer; its text could hold an address with a password
        return FAILED


def _read() -> None:
    with the_desk().store.session() as session:
        session.scalar(text("SELECT max(id) FROM data_release"))
        if is_gone(session.get_bind()):
            raise LookupError("the file of the database was deleted")
