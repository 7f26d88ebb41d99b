"""When inspectors can be expected again: about a month, never a day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.calendar.next_visit import NextVisit, next_full, next_monitoring
from knowledge.partial_date import PartialDate

TODAY = dt.date(2026, 7, 1)
DAYS = st.dates(dt.date(2023, 1, 1), dt.date(2040, 12, 31))
PARTIAL = st.builds(lambda day, length: PartialDate(day.isoformat()[:length]), DAYS, st.sampled_from([4, 7, 10]))
MONTHS = st.builds(lambda day, length: PartialDate(day.isoformat()[:length]), DAYS, st.sampled_from([7, 10]))


@pytest.mark.parametrize(
    ("outcome", "on_site", "published", "about"),
    [
        (1, "2024-11-18", "2025-02-04", "2029-11"),
        (2, "2023-02-06", "2023-05-05", "2026-02"),
        (3, "2023-07-10", "2023-11-10", "2026-07"),
        (2, "2025-11", "2026-02-10", "2028-11"),
        (2, None, "2026-03-09", "2029-03"),
        (1, "2024", "2025-02-04", "2029"),
    ],
)
def test_the_next_full_inspection(outcome, on_site, published, about):
    """It comes about 5 years after the visit for outcome 1, else 3; after the report when the visit is unknown."""
    visit = next_full(outcome, PartialDate(on_site) if on_site else None, PartialDate(published), TODAY)
    assert (visit.kind, visit.about.iso) == ("full", about)


@pytest.mark.parametrize(
    ("published", "about"), [("2023-11-10", "2025-05"), ("2025-11-06", "2027-05"), ("2025-06", "2026-12")]
)
def test_monitoring_follows_the_report_by_eighteen_months(published, about):
    """After outcome 3 a monitoring inspection is expected about 18 months after the report."""
    visit = next_monitoring(3, PartialDate(published), already_monitored=False, today=TODAY)
    assert (visit.kind, visit.about.iso) == ("monitoring", about)


@pytest.mark.parametrize(("outcome", "monitored"), [(1, False), (2, False), (3, True), (1, True)])
def test_monitoring_comes_once_and_only_after_outcome_three(outcome, monitored):
    """No monitoring inspection is expected after outcome 1 or 2, nor when one is on record."""
    assert next_monitoring(outcome, PartialDate("2025-02-04"), monitored, TODAY) is None


@pytest.mark.parametrize(("today", "is_past"), [("2026-02-01", False), ("2026-02-28", False), ("2026-03-01", True)])
def test_a_visit_is_past_when_its_month_has_gone_by(today, is_past):
    """A visit expected about February 2026 is past from the first of March."""
    today = dt.date.fromisoformat(today)
    on_site, published = PartialDate("2023-02-06"), PartialDate("2023-05-05")
    assert next_full(2, on_site, published, today) == NextVisit("full", PartialDate("2026-02"), is_past)
    monitoring = next_monitoring(3, PartialDate("2024-08-20"), already_monitored=False, today=today)
    assert monitoring == NextVisit("monitoring", PartialDate("2026-02"), is_past)


@pytest.mark.parametrize(("today", "is_past"), [("2028-12-31", False), ("2029-01-01", True)])
def test_a_visit_known_to_the_year_is_past_when_the_year_is(today, is_past):
    """A visit expected about 2028 is not past before New Year's Day of 2029."""
    visit = next_full(2, PartialDate("2025"), PartialDate("2025-12"), dt.date.fromisoformat(today))
    assert (visit.about.iso, visit.is_past) == ("2028", is_past)


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 3), st.none() | PARTIAL, PARTIAL, DAYS)
def test_a_next_full_inspection_is_never_a_day(outcome, on_site, published, today):
    """However exact the record, the next full inspection is a month or a year, later than the last."""
    visit = next_full(outcome, on_site, published, today)
    assert not visit.about.is_exact
    assert visit.about.first_day > (on_site or published).first_day
    assert visit.is_past == (today > visit.about.last_day)


@settings(max_examples=100, deadline=None)
@given(MONTHS, DAYS)
def test_monitoring_is_never_a_day_and_comes_before_the_next_full_inspection(published, today):
    """However exact the record, monitoring is expected in a month, before the next full inspection."""
    visit = next_monitoring(3, published, already_monitored=False, today=today)
    assert not visit.about.is_exact
    assert visit.about.last_day < next_full(3, None, published, today).about.first_day
