"""Working days in England: Monday to Friday, bank holidays left out."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import holidays

DAY = dt.timedelta(days=1)


@lru_cache(maxsize=64)
def _bank_holidays(year: int) -> frozenset[dt.date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: dt.date) -> bool:
    """True for a weekday that is not a bank holiday in England."""
    return day.weekday() < 5 and day not in _bank_holidays(day.year)


def add_working_days(day: dt.date, count: int) -> dt.date:
    """The day that is `count` working days after `day`; `day` itself is not counted. Raises ValueError below 0."""
    if count < 0:
        raise ValueError(f"can't count {count} working days; give 0 or more")
    while count:
        day += DAY
        count -= is_working_day(day)
    return day


def working_days_between(first: dt.date, last: dt.date) -> int:
    """How many working days come after `first`, up to and with `last`."""
    days = (last - first).days
    return sum(is_working_day(first + n * DAY) for n in range(1, days + 1))
