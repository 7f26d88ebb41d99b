"""Which state a survey is in, at each border and over changes of the clocks."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from knowledge.calendar.survey_state import SurveyState, SurveyStatus, Window, survey_status
from knowledge.calendar.timeline import expected_timeline
from knowledge.clock import LONDON, fixed_clock

UTC = dt.timezone.utc
ORDER = [
    SurveyState.ANNOUNCED,
    SurveyState.OPEN,
    SurveyState.UNDER_WAY,
    SurveyState.REPORT_AWAITED,
    SurveyState.REPORTED,
]


def _at(text: str) -> dt.datetime:
    return fixed_clock(text)()


HERTS = Window(_at("2023-06-26T10:00"), _at("2023-07-04T09:00"))
HERTS_UNKNOWN = Window(_at("2023-06-26T10:00"))
MOMENTS = st.datetimes(dt.datetime(2023, 1, 1), dt.datetime(2030, 12, 31), timezones=st.just(UTC)).map(
    lambda moment: moment.astimezone(LONDON)
)
WINDOWS = st.builds(
    lambda opens, minutes: Window(opens, (opens.astimezone(UTC) + dt.timedelta(minutes=minutes)).astimezone(LONDON)),
    MOMENTS,
    st.integers(61, 14 * 24 * 60),
)


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2023-06-01", SurveyState.ANNOUNCED),
        ("2023-06-26T09:59:59", SurveyState.ANNOUNCED),
        ("2023-06-26T10:00", SurveyState.OPEN),
        ("2023-07-04T08:59:59", SurveyState.OPEN),
        ("2023-07-04T09:00", SurveyState.UNDER_WAY),
        ("2023-07-14T23:59:59", SurveyState.UNDER_WAY),
        ("2023-07-15T00:00", SurveyState.REPORT_AWAITED),
        ("2023-11-09T23:59:59", SurveyState.REPORT_AWAITED),
        ("2023-11-10T00:00", SurveyState.REPORTED),
        ("2026-07-01", SurveyState.REPORTED),
    ],
)
def test_the_states_of_a_window_in_turn(now, state):
    """Hertfordshire 2023 goes from announced to reported, changing at the second each state begins."""
    assert survey_status(HERTS, dt.date(2023, 11, 10), _at(now)).state is state


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2023-06-26T09:59:59", SurveyState.ANNOUNCED),
        ("2023-06-26T10:00", SurveyState.OPEN_CLOSING_UNKNOWN),
        ("2023-07-04T08:59:59", SurveyState.OPEN_CLOSING_UNKNOWN),
        ("2023-07-04T09:00", SurveyState.UNDER_WAY),
        ("2023-07-15T00:00", SurveyState.REPORT_AWAITED),
    ],
)
def test_a_window_with_no_known_closing_time(now, state):
    """It counts as open until 9am on the Tuesday of week 2, and no time left is promised."""
    assert survey_status(HERTS_UNKNOWN, None, _at(now)) == SurveyStatus(state)


def test_without_a_window_nothing_is_known():
    """No window means none known, whatever was published."""
    for published in (None, dt.date(2023, 11, 10)):
        assert survey_status(None, published, _at("2026-07-01")) == SurveyStatus(SurveyState.NONE_KNOWN)


@pytest.mark.parametrize("published", ["2018-03-01", "2023-06-25", "2023-06-26"])
def test_an_earlier_report_settles_nothing(published):
    """A report from before the window, or from the day it opened, is about an earlier inspection."""
    status = survey_status(HERTS, dt.date.fromisoformat(published), _at("2026-07-01"))
    assert status.state is SurveyState.REPORT_AWAITED


@pytest.mark.parametrize(
    ("now", "days", "hours"),
    [
        ("2023-06-26T10:00", 7, 191),
        ("2023-07-03T09:00", 1, 24),
        ("2023-07-03T09:00:01", 0, 23),
        ("2023-07-04T08:00", 0, 1),
        ("2023-07-04T08:00:01", 0, 0),
    ],
)
def test_what_is_left_of_an_open_window(now, days, hours):
    """Days and hours left are whole and rounded down, so that nobody is told they have longer."""
    assert survey_status(HERTS, None, _at(now)) == SurveyStatus(SurveyState.OPEN, days, hours)


@pytest.mark.parametrize(
    ("now", "closes", "hours"),
    [
        ("2026-10-24T09:00", "2026-10-27T09:00", 73),
        ("2026-10-25T00:30", "2026-10-25T03:00", 3),
        ("2026-03-28T09:00", "2026-03-31T09:00", 71),
        ("2026-03-28T22:00", "2026-03-29T09:00", 10),
    ],
)
def test_hours_left_over_a_change_of_the_clocks(now, closes, hours):
    """The hour that is gained on 25 October and lost on 29 March 2026 counts in the hours left."""
    window = Window(_at("2026-03-23T09:00") if closes < "2026-04" else _at("2026-10-19T09:00"), _at(closes))
    status = survey_status(window, None, _at(now))
    assert (status.state, status.hours_left) == (SurveyState.OPEN, hours)


def test_the_hour_that_comes_twice():
    """A survey that closes at 1.30am before the clocks go back is closed at 1.15am after they did."""
    window = Window(_at("2026-10-19T09:00"), _at("2026-10-25T01:30"))
    assert survey_status(window, None, dt.datetime(2026, 10, 25, 0, 15, tzinfo=UTC)).state is SurveyState.OPEN
    assert survey_status(window, None, dt.datetime(2026, 10, 25, 1, 15, tzinfo=UTC)).state is SurveyState.UNDER_WAY


def test_a_moment_in_another_zone_is_the_same_moment():
    """The state does not depend on the zone in which the present moment is given."""
    tokyo = dt.timezone(dt.timedelta(hours=9))
    assert survey_status(HERTS, None, dt.datetime(2023, 7, 4, 16, 59, tzinfo=tokyo)).state is SurveyState.OPEN
    assert survey_status(HERTS, None, dt.datetime(2023, 7, 4, 17, 0, tzinfo=tokyo)).state is SurveyState.UNDER_WAY


def test_a_window_in_another_zone_counts_by_london_days():
    """A report of the London day on which a window opened settles nothing, even if it opened a day earlier in UTC."""
    window = Window(dt.datetime(2026, 6, 1, 23, 30, tzinfo=UTC), dt.datetime(2026, 6, 9, 8, tzinfo=UTC))
    assert survey_status(window, dt.date(2026, 6, 2), _at("2026-06-03")).state is SurveyState.OPEN


@pytest.mark.parametrize("closes", ["2023-06-26T10:00", "2023-06-26T09:59", "2022-01-01"])
def test_a_window_that_closes_before_it_opens_is_refused(closes):
    """A survey can't close at or before the moment it opens."""
    with pytest.raises(ValueError, match="can't close"):
        Window(_at("2023-06-26T10:00"), _at(closes))


@pytest.mark.parametrize("told", ["2025-09-08", "2023-06-26"])
def test_the_state_agrees_with_the_timeline(told):
    """A survey that opened when an area was told is under way until the last day of the expected timeline."""
    timeline = expected_timeline(dt.date.fromisoformat(told))
    window = Window(_at(f"{told}T09:00"), timeline.surveys_probably_close)
    next_day = timeline.on_site_to + dt.timedelta(days=1)
    assert survey_status(window, None, _at(f"{timeline.on_site_to}T23:59")).state is SurveyState.UNDER_WAY
    assert survey_status(window, None, _at(f"{next_day}T00:00")).state is SurveyState.REPORT_AWAITED


@settings(max_examples=100, deadline=None)
@given(WINDOWS, st.none() | st.integers(1, 200), st.lists(st.integers(-20, 250), min_size=2, max_size=6))
def test_states_only_move_forward(window, report_days, hours_by_day):
    """As time passes, a window with a closing time never goes back to an earlier state."""
    published = window.opens.date() + dt.timedelta(days=report_days) if report_days else None
    moments = sorted(window.opens.astimezone(UTC) + dt.timedelta(days=n, hours=n % 24) for n in hours_by_day)
    ranks = [ORDER.index(survey_status(window, published, moment).state) for moment in moments]
    assert ranks == sorted(ranks)


@settings(max_examples=100, deadline=None)
@given(WINDOWS, st.floats(0, 0.999))
@example(Window(_at("2026-10-19T09:00"), _at("2026-10-27T09:00")), 0.1)
@example(Window(_at("2026-03-23T09:00"), _at("2026-03-31T09:00")), 0.1)
def test_hours_left_are_true(window, share):
    """At any moment of an open window, it is still open after the hours left and closed an hour later."""
    opens, closes = window.opens.astimezone(UTC), window.closes.astimezone(UTC)
    now = opens + (closes - opens) * share
    left = dt.timedelta(hours=survey_status(window, None, now).hours_left)
    assert now + left <= closes < now + left + dt.timedelta(hours=1)
