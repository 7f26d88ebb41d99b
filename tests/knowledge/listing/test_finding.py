"""Finding lists, on the bundled facts and on facts changed for the test."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from sqlalchemy import event, func, select, update

from knowledge.calendar.survey_state import SurveyState
from knowledge.clock import LONDON
from knowledge.database import connect
from knowledge.listing import Kind, ListQuery, Order
from knowledge.listing.period import Period, year
from knowledge.models import Inspection, LocalArea, SurveyWindow
from knowledge.store import KnowledgeStore

NORTH_EAST, CORNWALL, KENT = ("North East",), "E06000052", "E10000016"


@pytest.fixture
def find(bundled_store, now):
    """Finds what a query with these parts asks for."""
    return lambda **parts: bundled_store.find_list(ListQuery(**parts), now)


def test_every_area_with_a_report_is_counted_once(find, bundled_store):
    """Without a time each area counts by its newest full inspection: the counts agree with the database."""
    listing = find()
    with bundled_store.session() as session:
        areas = session.scalar(select(func.count()).select_from(LocalArea))
        reported = session.scalar(
            select(func.count(func.distinct(Inspection.gss_code))).where(
                Inspection.framework == 2023, Inspection.kind == "full"
            )
        )
    assert (listing.areas, listing.reported, listing.count) == (areas, reported, reported)
    assert sum(listing.by_outcome.values()) == reported
    assert len({row.code for row in listing.rows}) == reported


def test_newest_first(find):
    """The newest report comes first, and the order never goes back; "oldest" turns it round."""
    days = [row.visit.day for row in find().rows]
    assert days == sorted(days, reverse=True)
    assert [row.visit.day for row in find(order=Order.OLDEST).rows] == sorted(days)
    names = [row.name for row in find(order=Order.NAME).rows]
    assert names == sorted(names)


def test_a_region_and_an_outcome(find):
    """A region and an outcome narrow the list; what the rest got is still counted."""
    listing = find(regions=NORTH_EAST, outcomes=(3,))
    assert (listing.areas, listing.reported, listing.count) == (12, 7, 0)
    assert listing.by_outcome == Counter({2: 5, 1: 2})
    assert find(regions=NORTH_EAST, outcomes=(2,)).count == 5


def test_an_older_report_counts_in_its_own_year_only(find):
    """Cornwall counts once by its newest report, and in 2023 with its older one, marked as followed by another."""
    assert [row.visit.published.iso for row in find().rows if row.code == CORNWALL] == ["2026-05-27"]
    older = [row for row in find(period=year(2023)).rows if row.code == CORNWALL]
    assert [(row.visit.published.iso[:4], row.is_newest) for row in older] == [("2023", False)]


def test_visits_and_reports_are_told_apart(find):
    """The same year holds other areas by visit than by report, and one with no known days is counted as left out."""
    by_visit, by_report = find(period=year(2025), visited=True), find(period=year(2025))
    assert {row.visit.start.iso[:4] for row in by_visit.rows} == {"2025"}
    assert {row.visit.published.iso[:4] for row in by_report.rows} == {"2025"}
    assert (by_visit.undated, by_report.undated) == (1, 0)


def test_areas_without_a_report(find):
    """Those not inspected and those reported make up all the areas, by name."""
    listing = find(kind=Kind.NONE_YET)
    assert listing.count + listing.reported == listing.areas
    assert KENT in {row.code for row in listing.rows}


def test_monitoring_inspections(find):
    """Monitoring inspections are listed by the day inspectors came, newest first."""
    listing = find(kind=Kind.MONITORING)
    assert [row.name for row in listing.rows] == ["Hertfordshire", "Oxfordshire", "Nottinghamshire"]


def test_visits_due(find):
    """Visits due come soonest first and those gone by last; a monitored area is due no monitoring inspection."""
    rows = find(kind=Kind.DUE).rows
    assert rows
    assert [row.due.is_past for row in rows] == sorted(row.due.is_past for row in rows)
    assert max(row.due.about.iso for row in rows) <= "2027-07"
    assert ("Hertfordshire", "monitoring") not in {(row.name, row.due.kind) for row in rows}


def test_monitoring_due_and_a_time(find):
    """Only monitoring inspections, only in the time asked about, and from the longest due when that is asked."""
    rows = find(kind=Kind.MONITORING_DUE, period=Period(None, dt.date(2026, 1, 1)), order=Order.OLDEST).rows
    assert {row.due.kind for row in rows} == {"monitoring"}
    about = [row.due.about.iso for row in rows]
    assert about == sorted(about)
    assert about[-1] < "2026-01"


def test_one_area_means_its_region(find):
    """Near one area is its region; several areas are those areas."""
    assert find(areas=(KENT,), near=True).regions == ("South East",)
    listing = find(areas=(KENT, CORNWALL), place="Kent and Cornwall")
    assert (listing.areas, listing.regions, [row.code for row in listing.rows]) == (2, (), [CORNWALL])


def test_a_visit_under_way_is_known_by_its_survey(database_url, now):
    """An area whose survey is open is listed as under way; one whose report is out is not."""
    store = KnowledgeStore(database_url)
    with store.session() as session, session.begin():
        for code, opens in ((KENT, now - dt.timedelta(days=1)), (CORNWALL, dt.datetime(2026, 3, 9, 9, tzinfo=LONDON))):
            session.add(
                SurveyWindow(gss_code=code, audience="parent_carer", opens=opens, source_url="https://x.example")
            )
    rows = store.find_list(ListQuery(kind=Kind.NOW), now).rows
    assert [(row.code, row.state) for row in rows] == [(KENT, SurveyState.OPEN_CLOSING_UNKNOWN)]


def test_numbers_come_from_the_database(database_url, now):
    """A changed outcome changes the counts at once."""
    store = KnowledgeStore(database_url)
    before = store.find_list(ListQuery(regions=NORTH_EAST), now).by_outcome
    with store.session() as session, session.begin():
        codes = select(LocalArea.gss_code).where(LocalArea.region == "North East")
        session.execute(
            update(Inspection)
            .where(Inspection.gss_code.in_(codes), Inspection.outcome == 1)
            .values(outcome=3)
            .execution_options(synchronize_session=False)
        )
    assert store.find_list(ListQuery(regions=NORTH_EAST), now).by_outcome == Counter({2: 5, 3: before[1]})


def test_a_list_takes_one_query(database_url, now):
    """A list is one query, whatever its length, beside the one that asks whether facts were loaded anew."""
    store, asked = KnowledgeStore(database_url), []
    engine = store.session().get_bind()
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    store.find_list(ListQuery(), now)
    assert len([one for one in asked if "local_area" in one]) == 1
    assert len(asked) == 2
    assert connect(database_url) is not engine
