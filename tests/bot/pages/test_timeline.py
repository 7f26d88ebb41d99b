"""The timeline of an area page."""

from __future__ import annotations

import datetime as dt

import pytest

from actions.desk import open_desk
from bot.pages.timeline import Point, points
from bot.pages.timeline_picture import APART, MARGIN, WIDTH, picture
from knowledge.area_record import AreaRecord
from knowledge.clock import LONDON
from knowledge.models import SurveyWindow
from tests.conftest import NOW, TODAY


@pytest.fixture(scope="module")
def desk(loaded_file):
    """A desk over the bundled facts on 1 July 2026."""
    return open_desk(f"sqlite:///{loaded_file}", TODAY)


def test_one_year_for_the_first_cycle(desk):
    """The year the timeline gives is the year the look-up gives."""
    year = desk.copy["pages"]["first_cycle_by"].split("-")[0]
    assert year in desk.copy["areas"]["next_inspection"]["first_cycle"]


def said(desk, code: str, now: dt.datetime = NOW) -> list[str]:
    """The points of an area as a page says them."""
    return [f"{point.when}: {point.label}" for point in points(desk, desk.store.area(code), now)]


def test_an_area_with_monitoring(desk):
    """What happened and what is expected come in order; what is expected is only ever about."""
    assert said(desk, "E10000015") == [
        "10 July 2023: Inspectors visited",
        "10 November 2023: Report published",
        "October 2025: Inspectors came back to check on progress",
        "About July 2026: Next full inspection due",
    ]


def test_a_visit_that_is_overdue_says_so(desk):
    """A month that has gone by without a visit on record is told as past."""
    later = dt.datetime(2027, 3, 1, 12, tzinfo=LONDON)
    assert said(desk, "E10000015", later)[-1] == "About July 2026: Next full inspection was due. None is on record"


def test_an_area_without_a_report(desk):
    """Before a first report, the old inspection and the end of the first round are all that is known."""
    assert said(desk, "E10000016") == [
        "January 2019: Inspected under the old way of inspecting (2016 to 2022)",
        "By about the end of 2027: First full inspection should be done",
    ]


def test_a_survey_window(desk):
    """A survey's opening and closing are points, as past or to come."""
    record = desk.store.area("E10000016")
    opens, closes = (dt.datetime(2026, 6, 29, 9, tzinfo=LONDON) + dt.timedelta(days=days) for days in (0, 8))
    window = SurveyWindow(gss_code="E10000016", audience="parent_carer", opens=opens, closes=closes, source_url="x")
    record = AreaRecord(record.area, record.inspections, (window,), record.services, record.as_at, record.as_at)
    labels = [point.label for point in points(desk, record, NOW)]
    assert labels[1:3] == ["Survey for parents and carers opened", "Survey for parents and carers closes"]


def test_every_picture_is_readable(desk):
    """For every area all dots are inside, none covers another, and each has its number in the list."""
    for code in desk.store.area_names():
        found = points(desk, desk.store.area(code), NOW)
        drawn = picture(found, NOW.date())
        assert [dot.number for dot in drawn.dots] == [number for number, _ in enumerate(found, 1)]
        assert [point.day for point in found] == sorted(point.day for point in found)
        for dot in drawn.dots:
            assert MARGIN <= dot.x <= WIDTH - MARGIN
            assert 11 < dot.y < drawn.axis
            near = [other for other in drawn.dots if other is not dot and other.y == dot.y]
            assert all(abs(other.x - dot.x) >= APART for other in near)
        assert MARGIN <= drawn.today <= WIDTH - MARGIN


def test_a_crowd_of_points_is_stacked():
    """Points on one day stand above one another."""
    day = dt.date(2026, 1, 1)
    drawn = picture([Point("a", "b", day)] * 4, day)
    assert len({dot.y for dot in drawn.dots}) == 4


def test_years_are_labelled_sparsely():
    """A long time has few enough labels to read."""
    drawn = picture([Point("a", "b", dt.date(2010, 1, 1))], dt.date(2030, 1, 1))
    assert len([year for year in drawn.years if year.label]) <= 7
