"""Reading times, and the periods they mean."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.listing import period
from knowledge.listing.period import Period
from knowledge.listing.times import find_period
from knowledge.partial_date import PartialDate

TODAY = dt.date(2026, 7, 1)  # a Wednesday
DAYS = st.dates(dt.date(2020, 1, 31), dt.date(2030, 12, 31))


def day(iso: str) -> dt.date:
    """The date."""
    return dt.date.fromisoformat(iso)


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        ("in 2025", "2025-01-01", "2026-01-01"),
        ("2024 and 2025", "2024-01-01", "2026-01-01"),
        ("this year", "2026-01-01", "2027-01-01"),
        ("last year", "2025-01-01", "2026-01-01"),
        ("this month", "2026-07-01", "2026-08-01"),
        ("last month", "2026-06-01", "2026-07-01"),
        ("this week", "2026-06-29", "2026-07-06"),
        ("last week", "2026-06-22", "2026-06-29"),
        ("today", "2026-07-01", "2026-07-02"),
        ("yesterday", "2026-06-30", "2026-07-01"),
        ("in march", "2026-03-01", "2026-04-01"),
        ("in september", "2025-09-01", "2025-10-01"),
        ("last july", "2025-07-01", "2025-08-01"),
        ("december 2024", "2024-12-01", "2025-01-01"),
        ("since 2024", "2024-01-01", None),
        ("since september", "2025-09-01", None),
        ("before 2024", None, "2024-01-01"),
        ("the last 6 months", "2026-01-01", None),
        ("past two weeks", "2026-06-17", None),
    ],
)
def test_times_are_read(text, first, end):
    """Years, months, weeks and spans are read, counted from today."""
    found = find_period(tuple(text.split()), TODAY)
    assert found.period == Period(first and day(first), end and day(end))


@pytest.mark.parametrize("text", ["latest reports", "which areas may fail", "march on", "the 2023ers", "last five", ""])
def test_what_is_no_time(text):
    """ "May" the verb, "last five" and the like are no times."""
    assert find_period(tuple(text.split()), TODAY) is None


@pytest.mark.parametrize(
    ("date", "is_within"),
    [("2025-11-30", True), ("2025-11", True), ("2025", False), ("2025-12-01", False), ("2025-10-31", False)],
)
def test_a_date_lies_within_only_when_all_of_it_does(date, is_within):
    """A year is not counted into one of its months: that would be a guess."""
    assert period.month(2025, 11).holds(PartialDate(date)) is is_within


def test_an_unknown_date_lies_nowhere():
    """A date that is not known is in no period."""
    assert not Period(None).holds(None)


@pytest.mark.parametrize(
    ("one", "unit"),
    [
        (period.year(2025), "2025"),
        (period.month(2025, 2), "2025-02"),
        (period.this("day", TODAY), "2026-07-01"),
        (period.this("week", TODAY), None),
        (Period(TODAY), None),
    ],
)
def test_a_period_knows_when_it_is_one_unit(one, unit):
    """A whole year, month or day is known as such, to be said in words."""
    assert (one.unit and one.unit.iso) == unit


@given(DAYS, st.sampled_from(["day", "week", "month", "year"]))
def test_this_follows_last(today, unit):
    """Last week ends where this week begins, on any day; the same for days, months and years."""
    this, last = period.this(unit, today), period.last(unit, today)
    assert last.end == this.first
    assert this.first <= today < this.end


@given(DAYS, st.integers(1, 30), st.sampled_from(["day", "week", "month"]))
def test_the_last_some_months_begin_in_the_past(today, count, unit):
    """A span that counts back begins before today, and no later for a larger count."""
    assert period.the_last(count + 1, unit, today).first <= period.the_last(count, unit, today).first < today


@given(st.tuples(st.none() | st.dates(), st.none() | st.dates()))
def test_a_period_survives_a_slot(sides):
    """A period kept as plain data and read again is the same."""
    assert Period.from_json(Period(*sides).as_json()) == Period(*sides)
