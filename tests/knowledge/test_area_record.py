"""What a look-up reads off an area's record."""

from __future__ import annotations

import pytest

from knowledge.area_record import AreaRecord
from knowledge.calendar.survey_state import Window
from knowledge.clock import fixed_clock
from knowledge.models import Inspection, LocalArea, LocalService, SurveyWindow
from knowledge.partial_date import PartialDate


def _inspection(kind="full", start=None, published=None, framework=2023) -> Inspection:
    return Inspection(
        kind=kind,
        framework=framework,
        start=PartialDate(start) if start else None,
        published=PartialDate(published) if published else None,
    )


def _window(audience: str, opens: str, closes: str | None = None) -> SurveyWindow:
    closes = fixed_clock(closes)() if closes else None
    return SurveyWindow(audience=audience, opens=fixed_clock(opens)(), closes=closes)


def _record(inspections=(), windows=(), services=()) -> AreaRecord:
    return AreaRecord(
        area=LocalArea(gss_code="E06000052", name="Cornwall"),
        inspections=tuple(inspections),
        windows=tuple(windows),
        services=tuple(services),
        as_at=PartialDate("2026-06-29"),
        services_as_at=PartialDate("2026-11-22"),
    )


SECOND = _inspection(start="2026-03-23", published="2026-05-27")
FIRST = _inspection(start="2023-02-06", published="2023-05-05")
OLD = _inspection(start="2017-07", framework=2016)


def test_full_inspections_are_told_from_others():
    """Only full inspections under the framework of 2023 count as full; the first is the newest."""
    record = _record([SECOND, _inspection("monitoring", start="2024-11-04"), FIRST, OLD])
    assert record.full == (SECOND, FIRST)
    assert record.newest is SECOND
    assert record.earlier_full == (FIRST,)
    assert record.old_framework is OLD


def test_an_area_with_no_report_yet():
    """Without a report everything is none or empty, and nothing fails."""
    record = _record()
    assert (record.full, record.newest, record.earlier_full) == ((), None, ())
    assert (record.monitoring, record.old_framework, record.window(), record.service("sendiass")) == (None,) * 4


def test_only_the_old_framework_is_on_record():
    """An inspection from before 2023 is never given as the newest."""
    record = _record([OLD])
    assert record.newest is None
    assert record.old_framework is OLD


@pytest.mark.parametrize(
    ("start", "published"),
    [
        ("2024-11-04", "2024-12-20"),
        ("2024-11", None),
        ("2023-05", None),
        (None, "2024-12-20"),
    ],
)
def test_monitoring_that_followed_the_newest_inspection(start, published):
    """A monitoring inspection after the newest full one is found, also when only a month is known."""
    monitoring = _inspection("monitoring", start, published)
    assert _record([monitoring, FIRST]).monitoring is monitoring


@pytest.mark.parametrize(("start", "published"), [("2024-11-04", "2024-12-20"), ("2024-11", None), (None, "2024-12")])
def test_monitoring_of_an_earlier_inspection_does_not_count(start, published):
    """A monitoring inspection from before the newest full one is not taken for one that followed it."""
    assert _record([SECOND, _inspection("monitoring", start, published), FIRST]).monitoring is None


def test_monitoring_without_a_full_inspection_on_record():
    """A monitoring inspection is found even when the full one before it is not on record."""
    monitoring = _inspection("monitoring", "2025-10")
    assert _record([monitoring]).monitoring is monitoring


def test_services_are_found_by_kind():
    """A service is found by its kind; one that is not on record is none."""
    offer, advice = LocalService(kind="local_offer"), LocalService(kind="sendiass")
    record = _record(services=[offer, advice])
    assert record.service("local_offer") is offer
    assert record.service("sendiass") is advice
    assert record.service("parent_carer_forum") is None


def test_the_newest_window_of_an_audience():
    """The first window of an audience is given as stored and for the calendar; families are the default."""
    newest = _window("parent_carer", "2026-03-09T09:00", "2026-03-17T09:00")
    pupils = _window("young_person", "2026-03-09T10:00")
    record = _record(windows=[pupils, newest, _window("parent_carer", "2023-01-23T09:00")])
    assert record.window() == (Window(newest.opens, newest.closes), newest)
    assert record.window("young_person") == (Window(pupils.opens, None), pupils)
    assert record.window("practitioner") is None
