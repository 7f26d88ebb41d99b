"""When people may be told."""

from __future__ import annotations

import datetime as dt

import pytest

from knowledge.notices.events import ALL_EVENTS, REPORT, SURVEY_CLOSES, SURVEY_OPENS
from knowledge.notices.hours import events_allowed, next_allowed
from tests.knowledge.notices.conftest import at

ONLY_CLOSING = (SURVEY_CLOSES,)


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        ("2026-07-01T07:59", ()),
        ("2026-07-01T08:00", ALL_EVENTS),
        ("2026-07-01T20:59", ALL_EVENTS),
        ("2026-07-01T21:00", ONLY_CLOSING),
        ("2026-07-01T21:59", ONLY_CLOSING),
        ("2026-07-01T22:00", ()),
        ("2026-07-01T00:30", ()),
    ],
)
def test_nobody_is_told_at_night(moment, allowed):
    """Notices go out from 8am to 9pm in London, and that a survey closes until 10pm."""
    assert events_allowed(at(moment)) == allowed


@pytest.mark.parametrize(
    ("utc", "allowed"),
    [
        ("2026-03-28T07:30", ()),  # the day before the clocks go forward: 7.30am
        ("2026-03-29T07:30", ALL_EVENTS),  # the day they do: 8.30am
        ("2026-03-28T20:30", ALL_EVENTS),  # 8.30pm
        ("2026-03-29T20:30", ONLY_CLOSING),  # 9.30pm
        ("2026-10-24T07:30", ALL_EVENTS),  # the day before the clocks go back: 8.30am
        ("2026-10-25T07:30", ()),  # the day they do: 7.30am
        ("2026-10-25T21:30", ONLY_CLOSING),  # 9.30pm
    ],
)
def test_the_clock_on_the_wall_counts(utc, allowed):
    """When the clocks change, the quiet hours are still those of London, whatever zone the moment is given in."""
    assert events_allowed(dt.datetime.fromisoformat(utc).replace(tzinfo=dt.timezone.utc)) == allowed


@pytest.mark.parametrize(
    ("event", "moment", "then"),
    [
        (SURVEY_OPENS, "2026-07-01T12:00", "2026-07-01T12:00"),
        (SURVEY_OPENS, "2026-07-01T21:30", "2026-07-02T08:00"),
        (SURVEY_CLOSES, "2026-07-01T21:30", "2026-07-01T21:30"),
        (SURVEY_CLOSES, "2026-07-01T22:30", "2026-07-02T08:00"),
        (REPORT, "2026-03-29T00:30", "2026-03-29T08:00"),
        (REPORT, "2026-10-24T23:00", "2026-10-25T08:00"),
    ],
)
def test_what_comes_at_night_waits_for_the_morning(event, moment, then):
    """The next moment at which people may be told is now, or 8am in London."""
    assert next_allowed(event, at(moment)) == at(then)
