"""Dates that may be known only to the month or the year, and stay that way."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from knowledge.errors import BadDate

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date as exact as its source: a day, a month ("2025-11") or a year ("2025")."""

    iso: str

    def __post_init__(self):
        match = _FORM.fullmatch(self.iso)
        if not match:
            raise BadDate(self.iso)
        year, month, day = (int(part) if part else 1 for part in match.groups())
        try:
            dt.date(year, month, day)
        except ValueError:
            raise BadDate(self.iso) from None

    @property
    def is_exact(self) -> bool:
        """True when the day is known."""
        return len(self.iso) == 10

    @property
    def first_day(self) -> dt.date:
        """The earliest day this can mean."""
        parts = [int(part) for part in self.iso.split("-")]
        return dt.date(*[*parts, 1, 1][:3])

    @property
    def last_day(self) -> dt.date:
        """The latest day this can mean."""
        first = self.first_day
        if self.is_exact:
            return first
        month = first.month if len(self.iso) == 7 else 12
        return dt.date(first.year, month, calendar.monthrange(first.year, month)[1])

    def words(self) -> str:
        """The date as a person says it: "4 February 2025", "November 2025" or "2025"."""
        first = self.first_day
        if self.is_exact:
            return f"{first.day} {first:%B %Y}"
        return f"{first:%B %Y}" if len(self.iso) == 7 else self.iso

    def plus_years(self, years: int) -> PartialDate:
        """The month this falls in, some years later. Never a day: such dates are only ever "about"."""
        if len(self.iso) == 4:
            return PartialDate(f"{int(self.iso) + years:04d}")
        return PartialDate(f"{self.first_day.year + years:04d}-{self.first_day.month:02d}")

    def plus_months(self, months: int) -> PartialDate:
        """The month this falls in, some months later.

        Raises BadDate when only the year is known: months from a year would be a guess.
        """
        if len(self.iso) == 4:
            raise BadDate(self.iso)
        index = self.first_day.year * 12 + self.first_day.month - 1 + months
        return PartialDate(f"{index // 12:04d}-{index % 12 + 1:02d}")
