"""Moments as staff write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.surveys.moments import BadMoment, in_words, read_moment


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-09-14", "2026-09-13T23:00"),
        ("2026-12-14", "2026-12-14T00:00"),
        ("2026-09-14T09:00", "2026-09-14T08:00"),
        (" 2026-09-14 9:05:00 ", "2026-09-14T08:05"),
        ("14/09/2026", "2026-09-13T23:00"),
        ("4/9/2026 17:30", "2026-09-04T16:30"),
        ("2026-10-25T01:30", "2026-10-25T00:30"),
    ],
)
def test_a_moment_is_london_time(text, utc):
    """Summer time counts, a date alone is its first minute, and an hour that comes twice is the first of the two."""
    assert read_moment(text).astimezone(dt.timezone.utc).strftime("%Y-%m-%dT%H:%M") == utc


def test_a_date_alone_can_be_the_end_of_the_day():
    """A closing date lasts until its last minute; a time that is given stays as it is."""
    assert in_words(read_moment("2026-09-14", ends_day=True)) == "Mon 14 Sep 2026 23:59"
    assert in_words(read_moment("2026-09-14T09:00", ends_day=True)) == "Mon 14 Sep 2026 09:00"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not a date"),
        ("soon", "is not a date"),
        ("2026", "is not a date"),
        ("2026-09", "is not a date"),
        ("14.09.2026", "is not a date"),
        ("2026-09-14T09:00+02:00", "is not a date"),
        ("2026-02-30", "exists"),
        ("2026-09-14 24:00", "exists"),
        ("09/14/2026", "exists"),
        ("2027-03-28T01:30", "clocks skip"),
        ("２０２６-09-14", "is not a date"),
    ],
)
def test_what_is_no_moment_is_refused(text, reason):
    """A text that is no moment, a day that does not exist and an hour that the clocks skip are refused."""
    with pytest.raises(BadMoment, match=reason):
        read_moment(text)


@given(st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2099, 1, 1)))
def test_every_moment_is_taken_or_skipped_by_the_clocks(moment):
    """What is written is what is read, whatever the day."""
    text = moment.strftime("%Y-%m-%dT%H:%M")
    if moment.month == 3 and moment.hour == 1 and moment.weekday() == 6 and moment.day > 24:
        with pytest.raises(BadMoment, match="clocks skip"):
            read_moment(text)
    else:
        assert read_moment(text).replace(tzinfo=None) == moment.replace(second=0, microsecond=0, fold=0)
