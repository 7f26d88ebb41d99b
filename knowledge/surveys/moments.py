"""Moments as staff write them. Always London time; never guessed."""

from __future__ import annotations

import datetime as dt
import re

from knowledge.clock import LONDON

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2})?)?", re.ASCII)
_BRITISH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2})?)?", re.ASCII)
"""What British Excel makes of a date when it saves a CSV file: day, month, year."""
END_OF_DAY = dt.time(23, 59)


class BadMoment(ValueError):
    """A text that is no moment in London. The message says why, to follow the value."""


def read_moment(text: str, ends_day: bool = False) -> dt.datetime:
    """The moment a text names: "2026-09-14", "2026-09-14 09:00", "14/09/2026 09:00".

    A date alone is its first minute, or its last with `ends_day`. An hour that comes twice, when the clocks go
    back, is the first of the two. Raises BadMoment; also for an hour that the clocks skip.
    """
    iso, british = _ISO.fullmatch(text.strip()), _BRITISH.fullmatch(text.strip())
    if not (iso or british):
        raise BadMoment("is not a date or a date with a time; write 2026-09-14 or 2026-09-14T09:00 (London time)")
    *date, hour, minute = (iso or british).groups()
    year, month, day = map(int, date if iso else reversed(date))
    default = END_OF_DAY if ends_day else dt.time(0)
    try:
        time = dt.time(int(hour), int(minute)) if hour else default
        moment = dt.datetime.combine(dt.date(year, month, day), time, tzinfo=LONDON)
    except ValueError:
        raise BadMoment("is not a date and time that exists") from None
    if moment.astimezone(dt.timezone.utc).astimezone(LONDON).replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise BadMoment("does not exist: the clocks skip that hour")
    return moment


def in_words(moment: dt.datetime) -> str:
    """A moment for a table: "Mon 14 Sep 2026 09:00"."""
    return moment.astimezone(LONDON).strftime("%a %d %b %Y %H:%M")
