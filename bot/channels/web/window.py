"""Counting what happened in a moving window of time, in this process.

The library that counts in Redis can also count in memory, but starts a thread for every count: measured, that
made a message up to 2 ms slower. This takes microseconds.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

SWEEP_EVERY_SECONDS = 60.0


class MovingWindow:
    """At most `limit` events of one key in any `seconds`. `clock` gives seconds that only go forward."""

    def __init__(self, limit: int, seconds: float, clock: Callable[[], float] = time.monotonic):
        self._limit, self._seconds, self._clock = limit, seconds, clock
        self._events: dict[str, deque[float]] = {}
        self._swept = clock()

    def seconds_to_wait(self, key: str) -> float | None:
        """None when there is room: the event is counted then. Else how long until there is."""
        now = self._clock()
        if now - self._swept > SWEEP_EVERY_SECONDS:
            self._sweep(now)
        events = self._events.setdefault(key, deque())
        while events and events[0] <= now - self._seconds:
            events.popleft()
        if len(events) >= self._limit:
            return events[0] + self._seconds - now
        events.append(now)
        return None

    def __len__(self) -> int:
        """How many keys are remembered."""
        return len(self._events)

    def _sweep(self, now: float) -> None:
        """Forgets keys of which nothing happened in the window."""
        self._swept = now
        self._events = {key: events for key, events in self._events.items() if events[-1] > now - self._seconds}
