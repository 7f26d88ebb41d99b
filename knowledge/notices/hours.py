"""When a notice may go out: never at night in London, except a survey that is about to close."""

from __future__ import annotations

import datetime as dt

from knowledge.clock import LONDON
from knowledge.notices.events import ALL_EVENTS, SURVEY_CLOSES

MORNING = dt.time(8)
EVENING = dt.time(21)
LAST_CALL = dt.time(22)
"""Until then a person may still be told that a survey closes tomorrow."""


def events_allowed(now: dt.datetime) -> tuple[str, ...]:
    """The events of which people may be told at this moment, by the clock on a wall in London."""
    time = now.astimezone(LONDON).time()
    if MORNING <= time < EVENING:
        return ALL_EVENTS
    return (SURVEY_CLOSES,) if EVENING <= time < LAST_CALL else ()


def next_allowed(event: str, now: dt.datetime) -> dt.datetime:
    """The next moment from `now` on at which people may be told of this event."""
    local = now.astimezone(LONDON)
    if event in events_allowed(local):
        return local
    day = local.date() if local.time() < MORNING else local.date() + dt.timedelta(days=1)
    return dt.datetime.combine(day, MORNING, tzinfo=LONDON)
