"""Reading the time a question is about: "in 2025", "since January", "last month", "the past six weeks"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from knowledge.listing import period
from knowledge.listing.period import Period
from knowledge.listing.words import read_words

_YEAR = re.compile(r"20[12]\d")


@dataclass(frozen=True)
class FoundPeriod:
    """A period, where in the words it stands, and how many words say it."""

    period: Period
    at: int
    length: int


def find_period(words: tuple[str, ...], today: dt.date) -> FoundPeriod | None:
    """The first time the words name, if any."""
    for at in range(len(words)):
        found = _counted(words, at, today) or _relative(words, at, today) or _calendar(words, at, today)
        if found:
            return found
    return None


def number(word: str) -> int | None:
    """The number a word means, if it means one."""
    return int(word) if word.isdigit() and len(word) < 4 else _times()["numbers"].get(word)


def _counted(words: tuple[str, ...], at: int, today: dt.date) -> FoundPeriod | None:
    """ "last six months", "past year" with a number before the unit."""
    rest = words[at : at + 3]
    if len(rest) < 3 or rest[0] not in _times()["last"] or number(rest[1]) is None:
        return None
    unit = _times()["units"].get(rest[2])
    return FoundPeriod(period.the_last(number(rest[1]), unit, today), at, 3) if unit else None


def _relative(words: tuple[str, ...], at: int, today: dt.date) -> FoundPeriod | None:
    times, rest = _times(), words[at : at + 2]
    if rest[0] in ("today", "yesterday"):
        return FoundPeriod((period.this if rest[0] == "today" else period.last)("day", today), at, 1)
    unit = times["units"].get(rest[1]) if len(rest) == 2 else None
    if unit is None:
        return None
    if rest[0] in times["this"]:
        return FoundPeriod(period.this(unit, today), at, 2)
    return FoundPeriod(period.last(unit, today), at, 2) if rest[0] in times["last"] else None


def _calendar(words: tuple[str, ...], at: int, today: dt.date) -> FoundPeriod | None:
    """A year, a month, or both; with "since" or "before" in front, what lies after or before it."""
    month, length = _months().get(words[at]), 1
    before = words[at - 1] if at else ""
    if month and at + 1 < len(words) and _YEAR.fullmatch(words[at + 1]):
        named, length = period.month(int(words[at + 1]), month), 2
    elif month and _is_month(words[at], before):
        named = _newest_month(month, today, is_last=before in _times()["last"])
    elif _YEAR.fullmatch(words[at]):
        named, length = _years(words, at)
    else:
        return None
    if before in _times()["since"]:
        named = Period(named.first)
    elif before in _times()["before"]:
        named = Period(None, named.first)
    return FoundPeriod(named, at, length)


def _years(words: tuple[str, ...], at: int) -> tuple[Period, int]:
    """A year, or the span of two: "2024 and 2025", "2024 to 2025"."""
    first = period.year(int(words[at]))
    if at + 2 < len(words) and words[at + 1] in ("and", "to", "or") and _YEAR.fullmatch(words[at + 2]):
        second = period.year(int(words[at + 2]))
        return Period(min(first.first, second.first), max(first.end, second.end)), 3
    return first, 1


def _is_month(word: str, before: str) -> bool:
    return word not in _times()["ordinary_months"] or before in _times()["before_a_month"]


def _newest_month(month: int, today: dt.date, is_last: bool) -> Period:
    """The newest month of that name that has begun; "last June", said in June, is that of the year before."""
    is_over = month < today.month or (month == today.month and not is_last)
    return period.month(today.year if is_over else today.year - 1, month)


def _times() -> dict[str, Any]:
    return read_words()["times"]


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    return {name: number for number, names in _times()["months"].items() for name in names}
