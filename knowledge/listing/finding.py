"""Finding what a ListQuery asks for: one query, counted and put in order here."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.calendar.next_visit import next_full, next_monitoring
from knowledge.calendar.survey_state import SurveyState, Window, survey_status
from knowledge.listing.found import Listed, Listing, Visit
from knowledge.listing.query import Kind, ListQuery, Order
from knowledge.models import Inspection, LocalArea, SurveyWindow
from knowledge.partial_date import PartialDate

DUE_WITHIN_MONTHS = 12
ON_NOW = (SurveyState.ANNOUNCED, SurveyState.OPEN, SurveyState.OPEN_CLOSING_UNKNOWN, SurveyState.UNDER_WAY)


@dataclass(frozen=True)
class _Area:
    """An area with its inspections since 2023, newest first."""

    code: str
    name: str
    full: tuple[Visit, ...] = ()
    monitoring: tuple[Visit, ...] = ()

    @property
    def newest(self) -> Visit | None:
        return self.full[0] if self.full else None

    @property
    def is_monitored(self) -> bool:
        """True when a monitoring inspection followed the newest full one."""
        newest = self.newest
        return newest is not None and any(one.day > newest.published.first_day for one in self.monitoring)


def find(session: Session, query: ListQuery, now: dt.datetime, as_at: PartialDate) -> Listing:
    """What is on record for the query, at `now`. The newest full inspection counts, unless a time is asked about."""
    query = _placed(session, query)
    areas = _areas(session, query)
    listed = {
        Kind.FULL: lambda: _full(areas, query),
        Kind.MONITORING: lambda: _monitoring(areas, query),
        Kind.NONE_YET: lambda: [Listed(one.code, one.name) for one in areas if not one.full],
        Kind.DUE: lambda: _due(areas, query, now.date()),
        Kind.MONITORING_DUE: lambda: _due(areas, query, now.date()),
        Kind.NOW: lambda: _on_now(session, areas, now),
    }[query.kind]()
    wanted = [
        one for one in listed if not query.outcomes or not _has_outcome(one) or one.visit.outcome in query.outcomes
    ]
    return Listing(
        query=query,
        rows=tuple(_ordered(wanted, query)),
        areas=len(areas),
        reported=sum(bool(one.full) for one in areas),
        by_outcome=Counter(one.visit.outcome for one in listed if _has_outcome(one)),
        undated=_undated(areas, query),
        as_at=as_at,
        regions=query.regions,
    )


def _has_outcome(one: Listed) -> bool:
    return one.visit is not None and one.visit.outcome is not None


def _placed(session: Session, query: ListQuery) -> ListQuery:
    """One area near which to look is taken to mean its region."""
    if not query.near:
        return query
    region = session.scalar(select(LocalArea.region).where(LocalArea.gss_code == query.areas[0]))
    return replace(query, regions=(region,), areas=())


def _areas(session: Session, query: ListQuery) -> list[_Area]:
    columns = (getattr(Inspection, field.name) for field in fields(Visit))
    statement = (
        select(LocalArea.gss_code, LocalArea.name, *columns)
        .outerjoin(Inspection, (Inspection.gss_code == LocalArea.gss_code) & (Inspection.framework == 2023))
        .order_by(LocalArea.name)
    )
    if query.regions:
        statement = statement.where(LocalArea.region.in_(query.regions))
    elif query.areas:
        statement = statement.where(LocalArea.gss_code.in_(query.areas))
    visits: dict[tuple[str, str], list[Visit]] = {}
    for code, name, *visit in session.execute(statement):
        visits.setdefault((code, name), []).extend([Visit(*visit)] if visit[0] else [])
    return [_Area(code, name, _of(found, "full"), _of(found, "monitoring")) for (code, name), found in visits.items()]


def _of(visits: Iterable[Visit], kind: str) -> tuple[Visit, ...]:
    return tuple(sorted((one for one in visits if one.kind == kind), key=lambda one: one.day, reverse=True))


def _full(areas: Iterable[_Area], query: ListQuery) -> list[Listed]:
    return [
        Listed(area.code, area.name, visit, is_newest=index == 0, source_url=visit.source_url)
        for area in areas
        for index, visit in enumerate(area.full if query.period else area.full[:1])
        if _in_period(visit, query)
    ]


def _monitoring(areas: Iterable[_Area], query: ListQuery) -> list[Listed]:
    return [
        Listed(area.code, area.name, visit, source_url=visit.source_url)
        for area in areas
        for visit in area.monitoring
        if _in_period(visit, query)
    ]


def _in_period(visit: Visit, query: ListQuery) -> bool:
    if query.period is None:
        return True
    is_visit = query.visited or query.kind is Kind.MONITORING
    return query.period.holds(visit.start if is_visit else visit.published)


def _undated(areas: Iterable[_Area], query: ListQuery) -> int:
    """Full inspections that may belong to a time asked about, and whose days on site are not known."""
    if query.period is None or not query.visited or query.kind is not Kind.FULL:
        return 0
    return sum(visit.start is None for area in areas for visit in area.full)


def _due(areas: Iterable[_Area], query: ListQuery, today: dt.date) -> list[Listed]:
    """Visits due in the next months, and those whose time has gone by."""
    horizon = PartialDate(today.isoformat()[:7]).plus_months(DUE_WITHIN_MONTHS)
    rows = []
    for area, visit in ((one, one.newest) for one in areas if one.newest):
        visits = [next_monitoring(visit.outcome, visit.published, area.is_monitored, today)]
        if query.kind is Kind.DUE:
            visits.append(next_full(visit.outcome, visit.start, visit.published, today))
        rows += [
            Listed(area.code, area.name, visit, due=due, source_url=visit.source_url)
            for due in visits
            if due and (query.period.holds(due.about) if query.period else due.about.first_day <= horizon.first_day)
        ]
    return rows


def _on_now(session: Session, areas: Iterable[_Area], now: dt.datetime) -> Iterator[Listed]:
    by_code = {one.code: one for one in areas}
    rows = session.scalars(select(SurveyWindow).where(SurveyWindow.gss_code.in_(by_code)).order_by(SurveyWindow.opens))
    newest = {row.gss_code: row for row in rows}
    found = []
    for code, row in newest.items():
        area = by_code[code]
        published = area.newest.published.last_day if area.newest else None
        state = survey_status(Window(row.opens, row.closes), published, now).state
        if state in ON_NOW:
            found.append(Listed(code, area.name, state=state, source_url=row.source_url))
    return found


def _ordered(rows: Iterable[Listed], query: ListQuery) -> list[Listed]:
    rows = sorted(rows, key=lambda one: (one.name, one.code))
    if query.order is Order.NAME or query.kind in (Kind.NONE_YET, Kind.NOW):
        return rows
    if query.kind in (Kind.DUE, Kind.MONITORING_DUE):
        is_by_date = query.order is Order.OLDEST
        return sorted(rows, key=lambda one: (one.due.is_past and not is_by_date, one.due.about.first_day))
    return sorted(rows, key=lambda one: _day(one, query), reverse=query.order is Order.NEWEST)


def _day(one: Listed, query: ListQuery) -> dt.date:
    is_visit = (query.visited or query.kind is Kind.MONITORING) and one.visit.start
    return one.visit.start.last_day if is_visit else one.visit.day
