"""Sentences about inspections, shared by the look-ups."""

from __future__ import annotations

import datetime as dt

from actions.desk import Desk
from knowledge.area_record import AreaRecord
from knowledge.calendar.next_visit import NextVisit, next_full, next_monitoring
from knowledge.listing.found import Visit
from knowledge.models import Inspection
from knowledge.partial_date import PartialDate


def day_span(start: PartialDate, end: PartialDate) -> tuple[str, str]:
    """Both days in words, the month and year said once when they are the same."""
    if start.is_exact and end.is_exact and start.iso[:7] == end.iso[:7]:
        return str(start.first_day.day), end.words()
    return start.words(), end.words()


def days_of(inspection: Inspection | Visit) -> str:
    """The days on site in words, as exactly as known; empty when they are not."""
    start, end = inspection.start, getattr(inspection, "end", None)
    if start is None:
        return ""
    return " to ".join(day_span(start, end)) if end and end.is_exact and start.is_exact else start.words()


def visited(desk: Desk, inspection: Inspection, area: str) -> str:
    """When inspectors were on site, as exactly as known."""
    copy = desk.copy["areas"]["outcome"]
    if inspection.start is None:
        return copy["inspected_unknown"].format(area=area)
    if inspection.start.is_exact and inspection.end and inspection.end.is_exact:
        start, end = day_span(inspection.start, inspection.end)
        return copy["inspected_exact"].format(area=area, start=start, end=end)
    return copy["inspected_month"].format(area=area, start=inspection.start.words())


def month_of(inspection: Inspection | Visit) -> str:
    """The month of the visit in words; that of the report when the visit's is not known."""
    known = inspection.start or inspection.published
    return PartialDate(known.iso[:7]).words() if known else ""


def next_visits(desk: Desk, record: AreaRecord, now: dt.datetime) -> list[str]:
    """The sentences on what comes next, counted from the newest full inspection."""
    return [_next_visit(desk, visit, record) for visit in visits(record, now.date())]


def visits(record: AreaRecord, today: dt.date) -> list[NextVisit]:
    """The visits to expect, counted from the newest full inspection; none when there is none on record."""
    newest = record.newest
    if newest is None:
        return []
    monitoring_visit = next_monitoring(newest.outcome, newest.published, record.monitoring is not None, today)
    full_visit = next_full(newest.outcome, newest.start, newest.published, today)
    return [visit for visit in (monitoring_visit, full_visit) if visit]


def _next_visit(desk: Desk, visit: NextVisit, record: AreaRecord) -> str:
    wording = desk.copy["areas"]["outcome"][f"next_{visit.kind}{'_past' if visit.is_past else ''}"]
    return wording.format(about=visit.about.words(), as_at=record.as_at.words())


def monitoring(desk: Desk, record: AreaRecord) -> str:
    """What the monitoring inspection found, or an empty text when none is on record."""
    found = record.monitoring
    if not found:
        return ""
    return desk.copy["areas"]["outcome"]["monitoring"].format(when=month_of(found), result=found.result)


def earlier(desk: Desk, record: AreaRecord) -> list[str]:
    """A sentence on each earlier full inspection under the framework of 2023."""
    wording = desk.copy["areas"]["outcome"]["earlier"]
    return [
        wording.format(when=month_of(one), number=one.outcome, name=desk.outcomes[one.outcome].name)
        for one in record.earlier_full
    ]
