"""When an area can expect inspectors again, counted from its newest record.

Source: the table of outcomes in published reports (reference fact sheet 2.2) and, for monitoring, the
handbook's summary of changes of 2025: about 18 months after the final report (1.3e).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from knowledge.partial_date import PartialDate

YEARS_TO_FULL = {1: 5, 2: 3, 3: 3}
MONTHS_TO_MONITORING = 18


@dataclass(frozen=True)
class NextVisit:
    """A visit to expect. `about` is a month (or a year), never a day; `is_past` when that has gone by."""

    kind: str
    about: PartialDate
    is_past: bool


def next_full(outcome: int, on_site: PartialDate | None, published: PartialDate, today: dt.date) -> NextVisit:
    """The next full inspection after this one: about 5 years on for outcome 1, else about 3.

    Counted from the days on site; from the report when those are not known.
    """
    about = (on_site or published).plus_years(YEARS_TO_FULL[outcome])
    return NextVisit("full", about, about.last_day < today)


def next_monitoring(outcome: int, published: PartialDate, already_monitored: bool, today: dt.date) -> NextVisit | None:
    """The monitoring inspection to expect after outcome 3, or None when none is due or one is on record."""
    if outcome != 3 or already_monitored:
        return None
    about = published.plus_months(MONTHS_TO_MONITORING)
    return NextVisit("monitoring", about, about.last_day < today)
