"""When the database can't be written: known for a moment, so that not every message waits to find out again."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from bot.logs.safe import described

logger = logging.getLogger(__name__)

SECONDS = 3.0
"""After a failure nothing is tried for so long."""


class Outage:
    """Remembers that writing failed. `what` says in the log what could not be done."""

    def __init__(self, what: str, clock: Callable[[], float] = time.monotonic):
        self._what, self._clock = what, clock
        self._until: float | None = None

    @property
    def fresh(self) -> bool:
        """True shortly after a failure: do not try now."""
        return self._until is not None and self._clock() < self._until

    def began(self, error: BaseException) -> None:
        """Notes a failure; the log says so once for each outage."""
        if self._until is None:
            logger.error("%s for now, answers go on without: %s", self._what, described(error))
        self._until = self._clock() + SECONDS

    def over(self) -> None:
        """Notes that it worked; the log says so when it had not."""
        if self._until is not None:
            logger.warning("%s: over", self._what)
            self._until = None
