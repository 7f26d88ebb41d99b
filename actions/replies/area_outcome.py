"""area.outcome: has it been inspected, and what did it get?"""

from __future__ import annotations

from actions.replies import inspections
from actions.replies.lookup_reply import LookUp
from actions.replies.parts import page_source, report_source
from actions.reply import Reply, SourceNote

TOPIC = "area.outcome"


def compose(look_up: LookUp) -> Reply:
    """The newest outcome with its dates, what follows, and earlier inspections."""
    record, desk = look_up.record, look_up.desk
    newest = record.newest
    if newest is None:
        return _not_on_record(look_up)
    copy, outcome = desk.copy["areas"]["outcome"], desk.outcomes[newest.outcome]
    lines = [
        inspections.visited(desk, newest, look_up.area),
        copy["published"].format(published=newest.published.words()),
        copy["outcome"].format(number=newest.outcome, official=outcome.official),
        copy["plain"].format(plain=outcome.plain),
        outcome.told_to,
        inspections.monitoring(desk, record),
        *inspections.next_visits(desk, record, look_up.now),
        *inspections.earlier(desk, record),
    ]
    steps = ["area.findings", "area.next_inspection", outcome.topic, "outcome.what_happens_next"]
    return look_up.reply(TOPIC, lines, _sources(look_up), steps)


def _sources(look_up: LookUp) -> list[SourceNote]:
    record, desk = look_up.record, look_up.desk
    sources = [report_source(desk, one, look_up.area) for one in record.full]
    if record.monitoring:
        sources.insert(1, page_source(desk, record.monitoring.source_url, look_up.area))
    return sources


def _not_on_record(look_up: LookUp) -> Reply:
    record, copy = look_up.record, look_up.desk.copy["areas"]["outcome"]
    lines = [copy["none"].format(area=look_up.area, as_at=record.as_at.words()), copy["none_look"]]
    sources = [SourceNote(*look_up.desk.copy["general"]["reports_site"], None)]
    old = record.old_framework
    if old and old.start:
        when = inspections.month_of(old) if len(old.start.iso) > 4 else old.start.words()
        lines.append(copy["none_earlier"].format(area=look_up.area, when=when))
        sources.append(page_source(look_up.desk, old.source_url, look_up.area))
    steps = ["area.survey", "area.history", "inspection.how_often"]
    return look_up.reply(TOPIC, lines, sources, steps, status="not_on_record")
