"""The one place that knows what time it is, so that every rule can be tested at any time."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from zoneinfo import ZoneInfo

from knowledge.errors import BadDate

LONDON = ZoneInfo("Europe/London")

Clock = Callable[[], dt.datetime]
"""Returns the present moment, with its zone (Europe/London)."""


def london_now() -> dt.datetime:
    """The present moment in London."""
    return dt.datetime.now(LONDON)


def fixed_clock(moment: str) -> Clock:
    """A clock that stands still, for tests and demonstrations.

    `moment` is an ISO date ("2026-06-30", taken as noon in London) or an ISO date and time (taken
    as London time when it names no zone). Raises BadDate.
    """
    try:
        parsed = dt.datetime.fromisoformat(moment.strip())
    except ValueError:
        raise BadDate(moment) from None
    if len(moment.strip()) == 10:
        parsed = parsed.replace(hour=12)
    parsed = parsed.astimezone(LONDON) if parsed.tzinfo else parsed.replace(tzinfo=LONDON)
    return lambda: parsed


def running_clock(moment: str) -> Clock:
    """A clock that starts at this moment (as `fixed_clock` reads it) and goes on from there. Raises BadDate."""
    start, begun = fixed_clock(moment)().astimezone(dt.timezone.utc), time.monotonic()
    return lambda: (start + dt.timedelta(seconds=time.monotonic() - begun)).astimezone(LONDON)


def moment_in_words(when: dt.datetime) -> str:
    """A moment in London as a person says it: "9am on Tuesday 7 July 2026"."""
    when = when.astimezone(LONDON)
    hour = f"{when.hour % 12 or 12}{f':{when:%M}' if when.minute else ''}{'am' if when.hour < 12 else 'pm'}"
    return f"{hour} on {when:%A} {when.day} {when:%B %Y}"
