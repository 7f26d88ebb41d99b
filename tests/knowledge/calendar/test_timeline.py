"""What to expect when, checked on real inspections and on twenty years of Mondays."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from knowledge.calendar.timeline import NotANoticeDay, expected_timeline
from knowledge.calendar.working_days import DAY, is_working_day, working_days_between
from knowledge.clock import LONDON

FIRST_MONDAY = dt.date(2015, 1, 5)
WEEKS = range(20 * 52 + 4)


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _ordinary(monday: dt.date) -> bool:
    """True when no bank holiday falls in the three weeks from this Monday."""
    return working_days_between(monday - DAY, monday + 20 * DAY) == 15


def test_ealing_2025():
    """Ealing was told on Monday 8 September 2025: evidence from the 18th, on site the 22nd to 26th."""
    timeline = expected_timeline(_day("2025-09-08"))
    assert timeline.told == _day("2025-09-08")
    assert timeline.evidence_from == _day("2025-09-18")
    assert (timeline.on_site_from, timeline.on_site_to) == (_day("2025-09-22"), _day("2025-09-26"))


def test_hertfordshire_2023():
    """Hertfordshire was told on 26 June 2023: surveys closed at 9am on 4 July, inspectors came 10 to 14 July."""
    timeline = expected_timeline(_day("2023-06-26"))
    assert timeline.surveys_probably_close == dt.datetime(2023, 7, 4, 9, tzinfo=LONDON)
    assert (timeline.on_site_from, timeline.on_site_to) == (_day("2023-07-10"), _day("2023-07-14"))
    assert timeline.report_earliest < _day("2023-11-10") < timeline.report_latest


def test_reports_are_expected_as_fast_as_they_were_seen():
    """Reports are expected 44 working days after the last day on site, 29 at the fastest and 101 at the slowest."""
    timeline = expected_timeline(_day("2025-09-08"))
    assert timeline.report_earliest == _day("2025-11-06")
    assert timeline.report_about == _day("2025-11-27")
    assert timeline.report_latest == _day("2026-02-19")


def test_surveys_close_at_nine_in_london_after_the_clocks_change():
    """An area told in the week before a clock change still has surveys that close at 9am by London clocks."""
    autumn, spring = expected_timeline(_day("2026-10-19")), expected_timeline(_day("2026-03-23"))
    assert autumn.surveys_probably_close.isoformat() == "2026-10-27T09:00:00+00:00"
    assert spring.surveys_probably_close.isoformat() == "2026-03-31T09:00:00+01:00"


def test_a_tuesday_after_a_bank_holiday_monday():
    """When Monday is a bank holiday an area is told on Tuesday; surveys still close on the Tuesday of week 2."""
    timeline = expected_timeline(_day("2025-05-06"))
    assert timeline.told == _day("2025-05-06")
    assert timeline.surveys_probably_close == dt.datetime(2025, 5, 13, 9, tzinfo=LONDON)
    assert timeline.evidence_from == _day("2025-05-16")
    assert timeline.on_site_from == _day("2025-05-20")


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("2025-09-09", "Tuesday"),
        ("2025-09-10", "Wednesday"),
        ("2025-09-11", "Thursday"),
        ("2025-09-12", "Friday"),
        ("2025-09-13", "Saturday"),
        ("2025-09-14", "Sunday"),
        ("2025-05-07", "Wednesday"),
        ("2022-12-27", "Tuesday"),
    ],
)
def test_other_days_are_refused(text, weekday):
    """A day on which no area is told raises NotANoticeDay with the date and its weekday."""
    with pytest.raises(NotANoticeDay) as caught:
        expected_timeline(_day(text))
    assert caught.value.day == _day(text)
    assert f"{text} is a {weekday}" in str(caught.value)


@pytest.mark.parametrize("text", ["2025-05-05", "2026-04-06", "2023-12-25"])
def test_a_bank_holiday_monday_is_refused(text):
    """Nobody is told on a bank holiday, not even on a Monday: notice comes on a working day."""
    with pytest.raises(NotANoticeDay) as caught:
        expected_timeline(_day(text))
    assert caught.value.day == _day(text)


def test_the_timeline_is_ordered_for_every_monday_of_twenty_years():
    """For every Monday (or Tuesday after a bank holiday) from 2015 to 2034 the expected days come in order."""
    for week in WEEKS:
        monday = FIRST_MONDAY + week * 7 * DAY
        told = monday if is_working_day(monday) else monday + DAY
        if not is_working_day(told):
            assert told.month == 12, "only at Christmas are both days bank holidays"
            continue
        line = expected_timeline(told)
        days = [
            line.told,
            line.surveys_probably_close.date(),
            line.evidence_from,
            line.on_site_from,
            line.on_site_to,
            line.report_earliest,
            line.report_about,
            line.report_latest,
        ]
        assert days == sorted(set(days)), told
        assert all(is_working_day(day) for day in days[2:]), told


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([m for m in (FIRST_MONDAY + n * 7 * DAY for n in WEEKS) if _ordinary(m)]))
def test_without_bank_holidays_inspectors_come_in_week_three(monday):
    """With no bank holiday near, evidence starts on Thursday of week 2; week 3 is on site, Monday to Friday."""
    timeline = expected_timeline(monday)
    assert timeline.evidence_from == monday + 10 * DAY
    assert (timeline.on_site_from, timeline.on_site_to) == (monday + 14 * DAY, monday + 18 * DAY)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(WEEKS), st.integers(1, 6))
def test_a_day_after_a_working_monday_is_refused(week, days):
    """No other day of the week is taken when Monday is a working day; only Tuesday is when it is not."""
    monday = FIRST_MONDAY + week * 7 * DAY
    assume(is_working_day(monday) or days > 1)
    with pytest.raises(NotANoticeDay, match=(monday + days * DAY).isoformat()):
        expected_timeline(monday + days * DAY)
