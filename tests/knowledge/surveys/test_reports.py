"""What people report about inspections."""

from __future__ import annotations

import datetime as dt

import pytest

from knowledge.models import AreaReport
from knowledge.surveys import reports
from knowledge.surveys.errors import NoSuchReport
from knowledge.surveys.reports import ReportState

LEEDS, KENT, ANNA, BEN = "E08000035", "E10000016", "a" * 64, "b" * 64


def listed(session, everything: bool = True) -> list[tuple[str, str]]:
    """Area and state of each report."""
    session.flush()
    return [(one.gss_code, one.state) for one in reports.find(session, everything)]


def test_a_person_has_one_report_an_area_and_inspection(session, now):
    """Telling it again changes nothing; another area or person is another report."""
    assert reports.write_down(session, ANNA, LEEDS, now)
    session.flush()
    assert not reports.write_down(session, ANNA, LEEDS, now + dt.timedelta(days=60))
    assert reports.write_down(session, ANNA, KENT, now)
    assert reports.write_down(session, BEN, LEEDS, now)
    assert len(listed(session)) == 3


def test_a_later_inspection_is_a_new_report(session, now):
    """Long after the first, the same person tells of another inspection: it waits for staff again."""
    reports.write_down(session, ANNA, LEEDS, now)
    (report,) = reports.find(session)
    reports.decide(session, report.id, ReportState.DISMISSED, now)
    later = now + dt.timedelta(days=reports.SAME_INSPECTION_DAYS)
    assert reports.write_down(session, ANNA, LEEDS, later)
    assert listed(session, everything=False) == [(LEEDS, "waiting")]
    assert (report.reported_at, report.decided_at) == (later, None)


def test_of_people_unknown_only_area_and_day_are_kept(session, now):
    """Nothing of a person who can't be written to is kept: one row for an area and day, however many tell it."""
    assert reports.write_down(session, None, LEEDS, now)
    session.flush()
    assert not reports.write_down(session, None, LEEDS, now + dt.timedelta(hours=2))
    assert reports.write_down(session, None, LEEDS, now + dt.timedelta(days=1))
    names = {report.person for report in reports.find(session)}
    assert names == {"nobody 2026-07-01", "nobody 2026-07-02"}
    assert not any(reports.is_known_person(report) for report in reports.find(session))


def test_no_words_are_kept():
    """The table has no place for what a person wrote."""
    assert {column.name for column in AreaReport.__table__.columns} == {
        "id",
        "person",
        "gss_code",
        "reported_at",
        "state",
        "decided_at",
    }


@pytest.mark.parametrize("state", [ReportState.CONFIRMED, ReportState.DISMISSED])
def test_deciding_one_decides_all_that_wait_on_the_area(session, now, state):
    """Staff decide once for an area; reports on other areas go on waiting."""
    for person, area in ((ANNA, LEEDS), (BEN, LEEDS), (None, LEEDS), (ANNA, KENT)):
        reports.write_down(session, person, area, now)
    session.flush()
    first = next(one for one in reports.find(session) if one.gss_code == LEEDS)
    assert reports.decide(session, first.id, state, now)[1] == 3
    assert listed(session, everything=False) == [(KENT, "waiting")]
    assert first.decided_at == now


def test_a_number_nobody_has_is_named(session, now):
    """Deciding a report that is not there says so."""
    with pytest.raises(NoSuchReport, match="There is no report 7"):
        reports.decide(session, 7, ReportState.CONFIRMED, now)
