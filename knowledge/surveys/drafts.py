"""A survey window as staff write it, checked cell by cell before it becomes a row."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from knowledge.area_index import AreaIndex
from knowledge.calendar.survey_state import Window
from knowledge.errors import BadDate
from knowledge.loading.rows import LINK
from knowledge.partial_date import PartialDate
from knowledge.surveys.errors import BadWindow
from knowledge.surveys.moments import BadMoment, read_moment

AUDIENCES = ("parent_carer", "young_person", "practitioner")
COLUMNS = ("area", "audience", "opens", "closes", "link", "source", "source_url", "source_date")
LONGEST_LINK, LONGEST_TITLE = 500, 300
FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet takes a cell for a formula by. Here every cell is plain text."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Draft:
    """A survey window that can be taken. `source_date` is never None: the day of the source or the day it was seen."""

    gss_code: str
    audience: str
    opens: dt.datetime
    closes: dt.datetime | None
    link: str
    source_title: str | None
    source_url: str
    source_date: PartialDate

    @property
    def window(self) -> Window:
        """Its times, for the calendar."""
        return Window(self.opens, self.closes)


def read_draft(cells: dict[str, str | None], areas: AreaIndex, today: dt.date) -> tuple[Draft | None, list[BadWindow]]:
    """The draft that these cells (see COLUMNS) make, or everything that is wrong with them.

    A source is a title, a link or both; a title alone stands for the page of the survey itself.
    """
    given = {name: (cells.get(name) or "").strip() for name in COLUMNS}
    wrong: list[BadWindow] = []

    def take(read: Callable, column: str, *more):
        try:
            return read(column, given[column], *more)
        except BadWindow as error:
            wrong.append(error)
            return None

    code, audience = take(read_area, "area", areas), take(_audience, "audience")
    opens, closes = take(_moment, "opens"), take(_closing, "closes")
    link, title = take(_link, "link"), take(_title, "source")
    url, date = take(_optional_link, "source_url"), take(_date, "source_date", today)
    if not given["source"] and not given["source_url"]:
        wrong.append(BadWindow("source", "", "is empty; say where you know it from: a title, a link or both"))
    if title and LINK.fullmatch(title) and not url:
        title, url = None, title
    if opens and closes and closes <= opens:
        wrong.append(BadWindow("closes", given["closes"], f"is not after the opening ({given['opens']})"))
    if wrong:
        return None, wrong
    return Draft(code, audience, opens, closes, link, title or None, url or link, date), []


def read_area(column: str, said: str, areas: AreaIndex) -> str:
    """The GSS code of the one area that is meant. Raises BadWindow, naming the areas a shared name can mean."""
    meant = areas.meant_by(_plain_text(column, _filled(column, said)))
    if not meant:
        raise BadWindow(column, said, "is no area I know; write the name of the council or its GSS code")
    if len(meant) > 1:
        names = " or ".join(f"{area.name} ({area.code})" for area in meant)
        raise BadWindow(column, said, f"can mean several areas; write one of them: {names}")
    return meant[0].code


def _filled(column: str, value: str) -> str:
    if not value:
        raise BadWindow(column, value, "is empty, but must be filled in")
    return value


def _plain_text(column: str, value: str, refused: tuple[str, ...] = FORMULA) -> str:
    if value.startswith(refused):
        raise BadWindow(column, value, "begins like a spreadsheet formula; write plain text")
    if _CONTROL.search(value):
        raise BadWindow(column, value, "has characters that can't be seen; type it anew")
    return value


def _audience(column: str, value: str) -> str:
    name = re.sub(r"[\s\-]+", "_", _plain_text(column, _filled(column, value)).lower())
    if name not in AUDIENCES:
        raise BadWindow(column, value, f"is not one of: {', '.join(AUDIENCES)}")
    return name


def _moment(column: str, value: str, ends_day: bool = False) -> dt.datetime:
    try:
        return read_moment(_plain_text(column, _filled(column, value)), ends_day)
    except BadMoment as error:
        raise BadWindow(column, value, str(error)) from None


def _closing(column: str, value: str) -> dt.datetime | None:
    return _moment(column, value, ends_day=True) if value else None


def _optional_link(column: str, value: str) -> str | None:
    if value and not LINK.fullmatch(_plain_text(column, value)):
        raise BadWindow(column, value, "is not a link that starts with http:// or https://")
    if len(value) > LONGEST_LINK:
        raise BadWindow(column, f"{value[:40]}…", f"is longer than {LONGEST_LINK} characters")
    return value or None


def _link(column: str, value: str) -> str:
    return _optional_link(column, _filled(column, value)) or ""


def _title(column: str, value: str) -> str:
    if len(value) > LONGEST_TITLE:
        raise BadWindow(column, f"{value[:40]}…", f"is longer than {LONGEST_TITLE} characters")
    # a name such as "@LeedsSEND" makes sense as a source; a formula does not
    return _plain_text(column, value, ("=", "+"))


def _date(column: str, value: str, today: dt.date) -> PartialDate:
    if not value:
        return PartialDate(today.isoformat())
    try:
        day = PartialDate(value)
    except BadDate:  # as British Excel writes it
        day = PartialDate(_moment(column, value).date().isoformat())
    if day.first_day > today:
        raise BadWindow(column, value, "is in the future")
    return day
