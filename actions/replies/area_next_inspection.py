"""area.next_inspection: when are inspectors due again?"""

from __future__ import annotations

from actions.calendars.files import next_inspection_link
from actions.replies import inspections
from actions.replies.lookup_reply import LookUp
from actions.replies.parts import page_source, report_source, source_by_id
from actions.reply import Reply

TOPIC = "area.next_inspection"


def compose(look_up: LookUp) -> Reply:
    """The visits to expect, counted from the record and always "about"."""
    record, desk = look_up.record, look_up.desk
    copy = desk.copy["areas"]["next_inspection"]
    notice = source_by_id(desk, desk.copy["areas"]["notice_source"])
    newest = record.newest
    if newest is None:
        lines = [copy["none"].format(area=look_up.area, as_at=record.as_at.words()), copy["first_cycle"]]
        sources = [source_by_id(desk, desk.copy["areas"][key]) for key in ("record_source", "first_cycle_source")]
        steps = ["area.survey", "inspection.how_often", "inspection.who_chooses_when"]
        lines.append(copy["nobody_told"])
        return look_up.reply(TOPIC, lines, [*sources, notice], steps, status="not_on_record")
    counted = copy["counted_from" if newest.start else "counted_from_report"]
    lines = [
        *inspections.next_visits(desk, record, look_up.now),
        counted.format(when=inspections.month_of(newest), number=newest.outcome),
        inspections.monitoring(desk, record),
        copy["nobody_told"],
    ]
    sources = [report_source(desk, newest, look_up.area)]
    if record.monitoring:
        sources.append(page_source(desk, record.monitoring.source_url, look_up.area))
    steps = ["area.survey", "inspection.how_often", "area.findings"]
    calendar = next_inspection_link(desk, record, look_up.now)
    return look_up.reply(TOPIC, lines, [*sources, notice], steps, calendar=calendar)
