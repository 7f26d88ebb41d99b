"""Which state an area's survey is in, at a given moment. Pure: everything comes in as arguments."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from knowledge.calendar.working_days import add_working_days
from knowledge.clock import LONDON

ASSUMED_OPEN_DAYS = 9
"""A window with no known closing time counts as open until 9am on the 9th calendar day (Monday to the
Tuesday of week 2): the latest close seen in the dated cases (reference fact sheet 3.3)."""


class SurveyState(Enum):
    """The states a look-up can be in (design section 4)."""

    NONE_KNOWN = "none_known"
    ANNOUNCED = "announced"
    OPEN = "open"
    OPEN_CLOSING_UNKNOWN = "open_closing_unknown"
    UNDER_WAY = "under_way"
    REPORT_AWAITED = "report_awaited"
    REPORTED = "reported"


@dataclass(frozen=True)
class Window:
    """One survey window, with zoned moments. `closes` is None when not known."""

    opens: dt.datetime
    closes: dt.datetime | None = None

    def __post_init__(self):
        if self.closes is not None and self.closes <= self.opens:
            raise ValueError(f"a survey can't close ({self.closes}) before it opens ({self.opens})")


@dataclass(frozen=True)
class SurveyStatus:
    """The state, with what is left of an open window in whole days and hours (rounded down)."""

    state: SurveyState
    days_left: int | None = None
    hours_left: int | None = None


def survey_status(window: Window | None, published: dt.date | None, now: dt.datetime) -> SurveyStatus:
    """The state of the newest known window at `now`.

    `published` is the day of the area's newest report: one after the window opened settles it.
    """
    if window is None:
        return SurveyStatus(SurveyState.NONE_KNOWN)
    now = now.astimezone(LONDON)
    # in UTC, so that an hour lost or won when the clocks change is counted
    opens, closes, moment = (one and one.astimezone(dt.timezone.utc) for one in (window.opens, window.closes, now))
    if published is not None and window.opens.astimezone(LONDON).date() < published <= now.date():
        return SurveyStatus(SurveyState.REPORTED)
    if moment < opens:
        return SurveyStatus(SurveyState.ANNOUNCED)
    if window.closes is None and now < latest_likely_close(window):
        return SurveyStatus(SurveyState.OPEN_CLOSING_UNKNOWN)
    if closes is not None and moment < closes:
        left = closes - moment
        return SurveyStatus(SurveyState.OPEN, left.days, int(left.total_seconds() // 3600))
    if now.date() <= _last_day_on_site(window):
        return SurveyStatus(SurveyState.UNDER_WAY)
    return SurveyStatus(SurveyState.REPORT_AWAITED)


def latest_likely_close(window: Window) -> dt.datetime:
    """Until when a window with no known closing time counts as open."""
    day = window.opens.astimezone(LONDON).date() + dt.timedelta(days=ASSUMED_OPEN_DAYS - 1)
    return dt.datetime.combine(day, dt.time(9), tzinfo=LONDON)


def _last_day_on_site(window: Window) -> dt.date:
    """The Friday of week 3: surveys open in week 1, inspectors leave at the end of week 3."""
    opened = window.opens.astimezone(LONDON).date()
    monday = opened - dt.timedelta(days=opened.weekday())
    return add_working_days(add_working_days(monday, 10), 4)
