"""What to expect when, once an area has been told of a full inspection.

Source: reference fact sheet sections 3.1 to 3.3 and 3.5: notice on a Monday, on site 10 working days
later for a week, surveys closed by 9am on the Tuesday of week 2 in the dated cases, the report at a
median of 44 working days after the last on-site day (29 to 101 seen). All of it is "about".
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from knowledge.calendar.working_days import DAY, add_working_days
from knowledge.clock import LONDON

NOTICE_TO_FIELDWORK = 8
NOTICE_TO_ON_SITE = 10
REPORT_FASTEST, REPORT_MEDIAN, REPORT_SLOWEST = 29, 44, 101


class NotANoticeDay(ValueError):
    """A notification date that can't be one: notice comes on the first working day of a week."""

    def __init__(self, day: dt.date):
        self.day = day
        super().__init__(
            f"{day.isoformat()} is a {day:%A}. Areas are told on the first working day of a week: a Monday, "
            "or the Tuesday after a bank holiday. Check the date."
        )


@dataclass(frozen=True)
class Timeline:
    """Expected days of one full inspection. Moments have their zone (Europe/London)."""

    told: dt.date
    surveys_probably_close: dt.datetime
    evidence_from: dt.date
    on_site_from: dt.date
    on_site_to: dt.date
    report_earliest: dt.date
    report_about: dt.date
    report_latest: dt.date


def expected_timeline(told: dt.date) -> Timeline:
    """The expected timeline of a full inspection announced on `told`, a Monday.

    Raises NotANoticeDay for another weekday (a Tuesday is taken when the Monday is a bank holiday).
    """
    monday = told - dt.timedelta(days=told.weekday())
    if told.weekday() > 1 or add_working_days(monday - DAY, 1) != told:
        raise NotANoticeDay(told)
    on_site = add_working_days(told, NOTICE_TO_ON_SITE)
    last_day = add_working_days(on_site, 4)
    closes = dt.datetime.combine(monday + dt.timedelta(days=8), dt.time(9), tzinfo=LONDON)
    return Timeline(
        told=told,
        surveys_probably_close=closes,
        evidence_from=add_working_days(told, NOTICE_TO_FIELDWORK),
        on_site_from=on_site,
        on_site_to=last_day,
        report_earliest=add_working_days(last_day, REPORT_FASTEST),
        report_about=add_working_days(last_day, REPORT_MEDIAN),
        report_latest=add_working_days(last_day, REPORT_SLOWEST),
    )
