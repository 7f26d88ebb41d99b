"""The visits to expect as events: a whole day, the first of the month, and marked as approximate."""

from __future__ import annotations

import datetime as dt

from actions.calendars.writing import Entry
from actions.desk import Desk
from actions.replies import inspections
from actions.replies.parts import report_source
from actions.replies.sources_in_words import source_words
from knowledge.area_record import AreaRecord
from knowledge.calendar.next_visit import NextVisit
from knowledge.models import Inspection
from knowledge.partial_date import PartialDate


def entries(desk: Desk, record: AreaRecord, today: dt.date) -> list[Entry]:
    """The visits still ahead, counted from the newest report; none when there is no report or all are past."""
    return [_entry(desk, record, visit) for visit in inspections.visits(record, today) if not visit.is_past]


def _entry(desk: Desk, record: AreaRecord, visit: NextVisit) -> Entry:
    copy, newest, area = desk.copy["calendar"], record.newest, record.area.name
    source = report_source(desk, newest, area)
    words = [
        _counted(desk, newest, visit),
        copy["next_inspection"]["approximate"],
        source_words(desk, source),
        copy["as_at"].format(as_at=record.as_at.words()),
    ]
    return Entry(
        uid=f"{record.area.gss_code}-{visit.kind}-after-{newest.published.iso}",
        when=visit.about.first_day,
        title=copy["next_inspection"][visit.kind].format(about=visit.about.words(), area=area),
        words="\n".join(words),
        link=source.url,
    )


def _counted(desk: Desk, newest: Inspection, visit: NextVisit) -> str:
    """From what it is counted: a check on progress from the report, a full inspection from the visit if known."""
    copy, number = desk.copy["areas"]["next_inspection"], newest.outcome
    if visit.kind == "full" and newest.start:
        return copy["counted_from"].format(when=inspections.month_of(newest), number=number)
    return copy["counted_from_report"].format(when=PartialDate(newest.published.iso[:7]).words(), number=number)
