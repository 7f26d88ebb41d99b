"""What has happened in an area and what comes next, as dated points in order."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from actions.desk import Desk
from knowledge.area_record import AreaRecord
from knowledge.calendar.next_visit import NextVisit, next_full, next_monitoring
from knowledge.partial_date import PartialDate


@dataclass(frozen=True)
class Point:
    """One point. `when` is in words; `day` is where it stands; expected points are never exact."""

    label: str
    when: str
    day: dt.date
    is_expected: bool = False


def points(desk: Desk, record: AreaRecord, now: dt.datetime) -> list[Point]:
    """The points on record and those to expect, oldest first."""
    copy = desk.copy["pages"]["timeline"]
    found = [*_on_record(copy, record, now), *_expected(desk, record, now.date())]
    return sorted(found, key=lambda point: point.day)


def _on_record(copy: dict, record: AreaRecord, now: dt.datetime) -> list[Point]:
    seen: list[tuple[str, PartialDate | None]] = []
    old = record.old_framework
    if old and (record.newest is None):
        seen.append(("earlier", old.start))
    for inspection in reversed(record.full):
        seen += [("visited", inspection.start), ("published", inspection.published)]
    if record.monitoring:
        seen.append(("monitored", record.monitoring.start or record.monitoring.published))
    if window := record.window():
        for name, moment in (("open", window[0].opens), ("close", window[0].closes)):
            if moment:
                ending = {"open": ("ed", "s"), "close": ("d", "s")}[name][moment > now]
                seen.append((f"survey_{name}{ending}", PartialDate(moment.date().isoformat())))
    return [Point(copy[kind], when.words(), _middle(when)) for kind, when in seen if when]


def _expected(desk: Desk, record: AreaRecord, today: dt.date) -> list[Point]:
    copy, newest = desk.copy["pages"]["timeline"], record.newest
    if newest is None:
        by = PartialDate(desk.copy["pages"]["first_cycle_by"])
        return [Point(copy["first"], copy["by"].format(date=by.first_day.year), by.last_day, True)]
    visits = [
        next_monitoring(newest.outcome, newest.published, record.monitoring is not None, today),
        next_full(newest.outcome, newest.start, newest.published, today),
    ]
    return [_visit(copy, visit) for visit in visits if visit]


def _visit(copy: dict, visit: NextVisit) -> Point:
    label = copy[f"{visit.kind}_past" if visit.is_past else visit.kind]
    return Point(label, copy["about"].format(date=visit.about.words()), _middle(visit.about), True)


def _middle(date: PartialDate) -> dt.date:
    return date.first_day + (date.last_day - date.first_day) / 2
