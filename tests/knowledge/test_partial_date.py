"""Partial dates stay as exact as they were written."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.errors import BadDate, KnowledgeError
from knowledge.partial_date import PartialDate

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))
PARTIAL = st.builds(lambda day, length: PartialDate(day.isoformat()[:length]), DAYS, st.sampled_from([4, 7, 10]))


@pytest.mark.parametrize(
    ("iso", "first", "last", "words", "exact"),
    [
        ("2025-02-04", "2025-02-04", "2025-02-04", "4 February 2025", True),
        ("2025-11", "2025-11-01", "2025-11-30", "November 2025", False),
        ("2024-02", "2024-02-01", "2024-02-29", "February 2024", False),
        ("2025-12", "2025-12-01", "2025-12-31", "December 2025", False),
        ("2025", "2025-01-01", "2025-12-31", "2025", False),
    ],
)
def test_what_a_date_means(iso, first, last, words, exact):
    """A date covers its day, month or year, and is said without more than it knows."""
    date = PartialDate(iso)
    assert (date.first_day.isoformat(), date.last_day.isoformat()) == (first, last)
    assert (date.words(), date.is_exact) == (words, exact)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 2025",
        "2025 ",
        "2025\n",
        "25",
        "2025-1",
        "2025-13",
        "2025-00",
        "2025-02-30",
        "2023-02-29",
        "0000",
        "2025-11-3",
        "2025/11/03",
        "03/11/2025",
        "3 November 2025",
        "2025-11-03T09:00",
        "soon",
    ],
)
def test_a_text_that_is_no_date_is_refused(text):
    """A text that is not a date, or not one that exists, raises an error that quotes it and shows the form."""
    with pytest.raises(BadDate) as caught:
        PartialDate(text)
    assert caught.value.value == text
    assert f"'{text}' is not a date" in str(caught.value)
    assert "2025-11-03" in str(caught.value)


def test_digits_of_other_scripts_are_refused():
    """A date in Arabic digits is not taken as it stands, since it would not sort among the others."""
    with pytest.raises(BadDate):
        PartialDate("٢٠٢٥-١١")


def test_a_bad_date_is_both_our_error_and_a_value_error():
    """Callers can catch a bad date as an error of this room or as a plain ValueError."""
    assert issubclass(BadDate, KnowledgeError)
    assert issubclass(BadDate, ValueError)


@pytest.mark.parametrize(
    ("iso", "years", "expected"),
    [("2024-11-18", 5, "2029-11"), ("2025-11", 3, "2028-11"), ("2025", 3, "2028"), ("2024-02-29", 1, "2025-02")],
)
def test_years_later(iso, years, expected):
    """Adding years gives a month, or a year when only that is known."""
    assert PartialDate(iso).plus_years(years) == PartialDate(expected)


@pytest.mark.parametrize(
    ("iso", "months", "expected"),
    [
        ("2023-11-10", 18, "2025-05"),
        ("2025-12", 1, "2026-01"),
        ("2025-01-31", 1, "2025-02"),
        ("2025-06", 18, "2026-12"),
    ],
)
def test_months_later(iso, months, expected):
    """Adding months gives a month and carries over the end of the year."""
    assert PartialDate(iso).plus_months(months) == PartialDate(expected)


def test_months_from_a_year_would_be_a_guess():
    """Adding months to a bare year is refused."""
    with pytest.raises(BadDate):
        PartialDate("2025").plus_months(18)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=12))
def test_any_text_is_a_date_or_refused(text):
    """Whatever the text, it is either refused with BadDate or kept exactly as written."""
    try:
        date = PartialDate(text)
    except BadDate:
        return
    assert date.iso == text
    assert date.first_day.isoformat().startswith(text)


@settings(max_examples=100, deadline=None)
@given(DAYS)
def test_a_day_lies_within_its_month_and_year(day):
    """The month and the year of a day both cover it."""
    for length in (4, 7, 10):
        date = PartialDate(day.isoformat()[:length])
        assert date.first_day <= day <= date.last_day


@settings(max_examples=100, deadline=None)
@given(PARTIAL, st.integers(0, 20))
def test_later_dates_are_never_days(date, years):
    """A date counted on from another never claims a day."""
    assert not date.plus_years(years).is_exact
    assert date.plus_years(years).first_day.year == date.first_day.year + years


@settings(max_examples=100, deadline=None)
@given(DAYS, st.integers(0, 60))
def test_months_add_up_to_years(day, months):
    """Twelve times as many months are as far on as that many years, and one month more is the next month."""
    date = PartialDate(day.isoformat())
    assert date.plus_months(12 * months) == date.plus_years(months)
    assert date.plus_months(months).last_day + dt.timedelta(days=1) == date.plus_months(months + 1).first_day


@settings(max_examples=100, deadline=None)
@given(PARTIAL, PARTIAL)
def test_dates_sort_by_when_they_begin(one, other):
    """Sorted dates run from earlier to later beginnings."""
    first, second = sorted([one, other])
    assert first.first_day <= second.first_day
