"""What a list holds: one row for each inspection, visit due, or area, with what was counted."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from knowledge.calendar.next_visit import NextVisit
from knowledge.calendar.survey_state import SurveyState
from knowledge.listing.query import ListQuery
from knowledge.partial_date import PartialDate


@dataclass(frozen=True)
class Visit:
    """One inspection on record."""

    kind: str
    start: PartialDate | None
    end: PartialDate | None
    published: PartialDate | None
    outcome: int | None
    source_url: str

    @property
    def known(self) -> PartialDate | None:
        """The day of the report; that of the visit when there is none."""
        return self.published or self.start

    @property
    def day(self) -> dt.date:
        """A day to sort by: that of the report, else that of the visit."""
        return self.known.last_day if self.known else dt.date.min


@dataclass(frozen=True)
class Listed:
    """One row. `is_newest` is false for a full inspection that a newer one followed.

    visit: the inspection listed, or the newest one that a visit due is counted from.
    due: the visit to expect. state: where an inspection under way stands.
    """

    code: str
    name: str
    visit: Visit | None = None
    is_newest: bool = True
    due: NextVisit | None = None
    state: SurveyState | None = None
    source_url: str | None = None


@dataclass(frozen=True)
class Listing:
    """The rows that match a query, in order, and what they were counted over.

    areas: how many areas lie in the places asked about. reported: how many of them have a report.
    by_outcome: inspections by outcome, before the outcome asked about was looked at.
    undated: visits left out because their days are not known.
    regions: the regions looked at; empty when it was all of England, or areas that make no region.
    """

    query: ListQuery
    rows: tuple[Listed, ...]
    areas: int
    reported: int
    by_outcome: Counter[int]
    undated: int
    as_at: PartialDate
    regions: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many rows match."""
        return len(self.rows)
