"""Working days are Monday to Friday without the bank holidays of England."""

from __future__ import annotations

import datetime as dt

import pytest
from dateutil.easter import easter
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.calendar.working_days import DAY, add_working_days, is_working_day, working_days_between

DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2034, 12, 31))
BANK_HOLIDAYS = """
    2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27
    2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26
    2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
    2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
    2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
""".split()


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize("year", [2022, 2023, 2025, 2026, 2027])
def test_bank_holidays_of_a_year(year):
    """The weekdays that are not working days are exactly those gov.uk lists, one-off and substitute days too."""
    days = [dt.date(year, 1, 1) + n * DAY for n in range(365)]
    off = [day.isoformat() for day in days if day.weekday() < 5 and not is_working_day(day)]
    assert off == [text for text in BANK_HOLIDAYS if text.startswith(str(year))]


@pytest.mark.parametrize("text", ["2026-03-17", "2026-07-13", "2026-01-02", "2026-11-30"])
def test_holidays_of_other_nations_are_working_days(text):
    """Days off in Scotland or Northern Ireland only are working days in England."""
    assert is_working_day(_day(text))


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("2025-09-08", 0, "2025-09-08"),
        ("2025-09-08", 1, "2025-09-09"),
        ("2025-09-08", 8, "2025-09-18"),
        ("2025-09-08", 10, "2025-09-22"),
        ("2025-09-06", 1, "2025-09-08"),
        ("2026-04-02", 1, "2026-04-07"),
        ("2026-12-24", 1, "2026-12-29"),
        ("2026-12-31", 1, "2027-01-04"),
    ],
)
def test_counting_on(start, count, expected):
    """Counting starts on the next day and steps over weekends, Easter, Christmas and New Year."""
    assert add_working_days(_day(start), count) == _day(expected)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2025-09-08", "2025-09-22", 10),
        ("2025-09-08", "2025-09-08", 0),
        ("2025-09-05", "2025-09-07", 0),
        ("2026-04-02", "2026-04-07", 1),
        ("2025-09-22", "2025-09-08", 0),
        ("2024-11-22", "2025-02-04", 49),
    ],
)
def test_counting_between(first, last, expected):
    """The first day is not counted, the last one is, and nothing lies between days in the wrong order."""
    assert working_days_between(_day(first), _day(last)) == expected


@settings(max_examples=100, deadline=None)
@given(DAYS, st.integers(1, 120))
def test_a_working_day_is_never_a_day_off(day, count):
    """However far one counts, it ends on a weekday that is not a holiday kept every year."""
    end = add_working_days(day, count)
    sunday = easter(end.year)
    assert end.weekday() < 5
    assert (end.month, end.day) not in {(1, 1), (12, 25), (12, 26)}
    assert end not in {sunday - 2 * DAY, sunday + DAY}
    assert not (end.weekday() == 0 and end.month == 8 and end.day > 24)


@settings(max_examples=100, deadline=None)
@given(DAYS, st.integers(0, 150))
def test_adding_then_counting_gives_the_same_number(day, count):
    """Counting up to the day that was reached gives back the number of days added."""
    assert working_days_between(day, add_working_days(day, count)) == count


@settings(max_examples=100, deadline=None)
@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_counting_in_two_steps(day, first, second):
    """Adding in two steps reaches the same day as adding at once."""
    assert add_working_days(add_working_days(day, first), second) == add_working_days(day, first + second)


@settings(max_examples=100, deadline=None)
@given(st.lists(DAYS, min_size=3, max_size=3).map(sorted))
def test_counts_add_up(days):
    """The working days from a first to a last day are those to and from any day between."""
    first, middle, last = (days[0] + (day - days[0]) // 20 for day in days)
    whole = working_days_between(first, last)
    assert whole == working_days_between(first, middle) + working_days_between(middle, last)
