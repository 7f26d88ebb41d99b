"""The clock that stands still, and the one that does not."""

from __future__ import annotations

import datetime as dt

import pytest

from knowledge.clock import LONDON, fixed_clock, london_now
from knowledge.errors import BadDate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-06-30", "2026-06-30T12:00:00+01:00"),
        ("2026-01-15", "2026-01-15T12:00:00+00:00"),
        (" 2026-06-30 ", "2026-06-30T12:00:00+01:00"),
        ("2026-06-30T09:05", "2026-06-30T09:05:00+01:00"),
        ("2026-06-30 00:00", "2026-06-30T00:00:00+01:00"),
        ("2026-06-30T12:00+00:00", "2026-06-30T13:00:00+01:00"),
        ("2026-12-31T23:30-05:00", "2027-01-01T04:30:00+00:00"),
    ],
)
def test_a_fixed_clock_shows_london_time(text, expected):
    """A date means noon in London, a time without a zone London time, and another zone is converted."""
    moment = fixed_clock(text)()
    assert moment.isoformat() == expected
    assert moment.tzinfo is LONDON


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("2026-03-29T00:59", 0),
        ("2026-03-29T02:00", 1),
        ("2026-10-25T00:59", 1),
        ("2026-10-25T02:00", 0),
    ],
)
def test_summer_time_is_known(text, offset):
    """The offset from UTC changes on 29 March and 25 October 2026."""
    assert fixed_clock(text)().utcoffset() == dt.timedelta(hours=offset)


def test_a_fixed_clock_stands_still():
    """Asking a fixed clock twice gives the same moment."""
    clock = fixed_clock("2026-06-30T09:05")
    assert clock() == clock() == dt.datetime(2026, 6, 30, 9, 5, tzinfo=LONDON)


@pytest.mark.parametrize("text", ["", "today", "2026-02-30", "30/06/2026", "2026-06", "2026-06-30T25:00"])
def test_a_moment_that_does_not_exist_is_refused(text):
    """A text that is no ISO date or moment raises BadDate and is quoted."""
    with pytest.raises(BadDate) as caught:
        fixed_clock(text)
    assert caught.value.value == text


def test_the_present_moment_is_in_london():
    """The real clock gives moments with London's zone."""
    assert london_now().tzinfo is LONDON
