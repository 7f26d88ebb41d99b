"""What people report: "my area is being inspected". Never a fact before staff have confirmed it, and no words kept.

A person who can be written to has one report for each area and inspection, under the keyed hash they are known by.
Anybody else (on the web, say) is not known at all: their reports are one row for each area and day, under nobody's
name, so that staff hear of them and nothing of the person is kept.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.models import AreaReport
from knowledge.surveys.errors import NoSuchReport

SAME_INSPECTION_DAYS = 90
"""Reports of one person on one area within so many days are about one inspection: notice to report takes about that.
What is past RETENTION_DAYS is gone before (`AreaReport.privacy`); who reports again after that counts again."""
NOBODY = "nobody"


class ReportState(str, Enum):
    """Where a report stands."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


def write_down(session: Session, person: str | None, gss_code: str, now: dt.datetime) -> bool:
    """Keeps that this area is said to be inspected. Returns False when the same was reported already."""
    name = person or f"{NOBODY} {now.date().isoformat()}"
    same = select(AreaReport).where(AreaReport.person == name, AreaReport.gss_code == gss_code)
    report = session.scalars(same).first()
    if report is None:
        state = ReportState.WAITING.value
        session.add(AreaReport(person=name, gss_code=gss_code, reported_at=now, state=state))
        return True
    if now - report.reported_at < dt.timedelta(days=SAME_INSPECTION_DAYS):
        return False
    report.reported_at, report.state, report.decided_at = now, ReportState.WAITING.value, None
    return True


def find(session: Session, everything: bool = False) -> list[AreaReport]:
    """The reports that wait for staff, newest first; those decided too with `everything`."""
    wanted = select(AreaReport).order_by(AreaReport.reported_at.desc(), AreaReport.id.desc())
    if not everything:
        wanted = wanted.where(AreaReport.state == ReportState.WAITING.value)
    return list(session.scalars(wanted))


def decide(session: Session, number: int, state: ReportState, now: dt.datetime) -> tuple[AreaReport, int]:
    """Confirms or dismisses a report, and with it all others that wait on the same area.

    Returns the report and how many were decided. No date follows from it: staff write the survey window down
    from a source. Raises NoSuchReport.
    """
    report = session.get(AreaReport, number)
    if report is None:
        raise NoSuchReport(number)
    waiting = [one for one in find(session) if one.gss_code == report.gss_code and one is not report]
    for one in (report, *waiting):
        one.state, one.decided_at = state.value, now
    return report, len(waiting) + 1


def is_known_person(report: AreaReport) -> bool:
    """True when somebody who can be written to reported it."""
    return not report.person.startswith(NOBODY)
