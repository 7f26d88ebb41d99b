"""A stretch of time that a list is about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from knowledge.partial_date import PartialDate


@dataclass(frozen=True)
class Period:
    """From `first` on, up to and without `end`. An open side is None."""

    first: dt.date | None
    end: dt.date | None = None

    def holds(self, date: PartialDate | None) -> bool:
        """True when all of a date, which may be a month or a year, lies within. An unknown date never does."""
        if date is None:
            return False
        return (self.first is None or date.first_day >= self.first) and (self.end is None or date.last_day < self.end)

    @property
    def unit(self) -> PartialDate | None:
        """The one year, month or day this is, if it is one."""
        if self.first is None or self.end is None:
            return None
        iso = self.first.isoformat()
        units = (PartialDate(iso[:length]) for length in (4, 7, 10))
        return next((one for one in units if (one.first_day, one.last_day) == (self.first, self.last_day)), None)

    @property
    def last_day(self) -> dt.date | None:
        """The last day within, if there is an end."""
        return self.end - dt.timedelta(days=1) if self.end else None

    def as_json(self) -> list[str | None]:
        """Both sides as plain data."""
        return [side.isoformat() if side else None for side in (self.first, self.end)]

    @classmethod
    def from_json(cls, sides: list[str | None]) -> Period:
        """The period that `as_json` gave."""
        return cls(*(dt.date.fromisoformat(side) if side else None for side in sides))


def year(number: int) -> Period:
    """The calendar year."""
    return Period(dt.date(number, 1, 1), dt.date(number + 1, 1, 1))


def month(of_year: int, number: int) -> Period:
    """The calendar month; `number` may lie outside 1 to 12 and then counts into other years."""
    return Period(_first_of(of_year, number), _first_of(of_year, number + 1))


def _first_of(of_year: int, number: int) -> dt.date:
    index = of_year * 12 + number - 1
    return dt.date(index // 12, index % 12 + 1, 1)


def this(unit: str, today: dt.date) -> Period:
    """The calendar year, month or week (from Monday) that today is in, or today."""
    return _back(unit, 0, today)


def last(unit: str, today: dt.date) -> Period:
    """The calendar year, month or week before that of today, or yesterday."""
    return _back(unit, 1, today)


def _back(unit: str, steps: int, today: dt.date) -> Period:
    if unit == "year":
        return year(today.year - steps)
    if unit == "month":
        return month(today.year, today.month - steps)
    if unit == "day":
        return Period(today - dt.timedelta(days=steps), today + dt.timedelta(days=1 - steps))
    if unit == "fortnight":
        return the_last(2, "week", today)
    monday = today - dt.timedelta(days=today.weekday() + 7 * steps)
    return Period(monday, monday + dt.timedelta(days=7))


def the_last(count: int, unit: str, today: dt.date) -> Period:
    """From some days, weeks, months or years ago up to today and on."""
    if unit in ("month", "year"):
        months = count * (12 if unit == "year" else 1)
        start = _first_of(today.year, today.month - months)
        return Period(min(start.replace(day=min(today.day, 28)), today))
    return Period(today - dt.timedelta(days=count * {"fortnight": 14, "week": 7, "day": 1}[unit]))
