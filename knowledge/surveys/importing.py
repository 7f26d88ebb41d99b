"""Importing survey windows from a file: all of it or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.area_index import read_area_index
from knowledge.models import SurveyWindow
from knowledge.surveys.announcing import Listener
from knowledge.surveys.drafts import Draft, read_draft
from knowledge.surveys.errors import BadWindow, ImportRefused, RowError
from knowledge.surveys.reading import read_cells
from knowledge.surveys.windows import store


@dataclass(frozen=True)
class Imported:
    """What became of the rows of a file: new windows, and rows that are on record as they are."""

    added: tuple[SurveyWindow, ...]
    known: int


def import_windows(
    session: Session,
    path: Path,
    now: dt.datetime,
    listeners: Sequence[Listener] | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Imported:
    """Writes down every window of a CSV file that is not on record yet, and announces each.

    Raises BadFile when it can't be read and ImportRefused with all that is wrong with its rows. The caller's
    transaction must then be undone: nothing of the file may stay. The same file again changes nothing.
    """
    rows, areas = read_cells(path), read_area_index(session)
    added: list[SurveyWindow] = []
    errors: list[RowError] = []
    numbers: dict[int, int] = {}  # the row of the file that a window of this import came from
    known = 0
    for done, (number, cells) in enumerate(rows, 1):
        progress(done, len(rows))
        draft, wrong = read_draft(cells, areas, now.date())
        errors += [RowError(number, one.column, one.value, one.reason) for one in wrong]
        if draft is None:
            continue
        if _on_record(session, draft):
            known += 1
            continue
        try:
            window = store(session, draft, now, listeners)
        except BadWindow as error:
            errors.append(RowError(number, error.column, error.value, _clash(error, numbers)))
            continue
        numbers[window.id] = number
        added.append(window)
    if errors:
        raise ImportRefused(path.name, errors)
    return Imported(tuple(added), known)


def _on_record(session: Session, draft: Draft) -> bool:
    """True when a window says the same. A day of seeing that nobody wrote down is not compared."""
    same = select(SurveyWindow).where(
        SurveyWindow.gss_code == draft.gss_code,
        SurveyWindow.audience == draft.audience,
        SurveyWindow.opens == draft.opens,
        SurveyWindow.link == draft.link,
        SurveyWindow.source_url == draft.source_url,
    )
    rows = session.scalars(same).all()
    return any(row.closes == draft.closes and row.source_title == draft.source_title for row in rows)


def _clash(error: BadWindow, numbers: dict[int, int]) -> str:
    """The reason, with a window of this file called by its row: it has no number that lasts."""
    row = numbers.get(error.clash)
    return f"overlaps row {row} of this file" if row else error.reason
