"""Where the points of a timeline stand in its picture. Plain geometry; the template draws it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.pages.timeline import Point

WIDTH, MARGIN = 360, 22
APART = 26
"""Points nearer to each other than this stand in lanes above one another."""
LANE, LANES_FROM = 28, 20
AXIS_GAP, BELOW_AXIS = 22, 40
MOST_YEAR_LABELS = 7


@dataclass(frozen=True)
class Dot:
    """One point in the picture, under its number in the list."""

    number: int
    x: float
    y: float
    is_expected: bool


@dataclass(frozen=True)
class Year:
    """A tick of the axis; every so many years it is labelled."""

    x: float
    label: str


@dataclass(frozen=True)
class Picture:
    """Everything to draw, in units of a view box `width` by `height`."""

    width: int
    height: float
    axis: float
    dots: list[Dot]
    years: list[Year]
    today: float
    first_year: int
    last_year: int


def picture(points: Sequence[Point], today: dt.date) -> Picture:
    """The picture of these points, with today marked."""
    days = [*(point.day for point in points), today]
    first, last = min(days).year, max(days).year
    scale = _Scale(dt.date(first, 1, 1), dt.date(last + 1, 1, 1))
    lanes = _lanes([scale(point.day) for point in points])
    axis = LANES_FROM + max(lanes, default=0) * LANE + AXIS_GAP
    dots = [
        Dot(number, scale(point.day), axis - AXIS_GAP - lane * LANE, point.is_expected)
        for number, (point, lane) in enumerate(zip(points, lanes, strict=True), 1)
    ]
    return Picture(WIDTH, axis + BELOW_AXIS, axis, dots, _years(scale, first, last), scale(today), first, last)


class _Scale:
    def __init__(self, start: dt.date, end: dt.date):
        self._start, self._days = start, (end - start).days

    def __call__(self, day: dt.date) -> float:
        return round(MARGIN + (WIDTH - 2 * MARGIN) * (day - self._start).days / self._days, 1)


def _lanes(places: Sequence[float]) -> list[int]:
    """The lowest lane for each point in which the one before it is far enough away."""
    ends: list[float] = []
    lanes = []
    for place in places:
        free = next((lane for lane, end in enumerate(ends) if place - end >= APART), len(ends))
        ends[free : free + 1] = [place]
        lanes.append(free)
    return lanes


def _years(scale: _Scale, first: int, last: int) -> list[Year]:
    step = -(-(last + 2 - first) // MOST_YEAR_LABELS)
    return [
        Year(scale(dt.date(year, 1, 1)), str(year) if (year - first) % step == 0 else "")
        for year in range(first, last + 2)
    ]
