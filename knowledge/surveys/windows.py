"""Adding, listing, closing and removing survey windows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from knowledge.area_index import AreaIndex, read_area_index
from knowledge.calendar.survey_state import Window, latest_likely_close
from knowledge.models import LocalArea, SurveyWindow
from knowledge.surveys.announcing import Change, Listener, announce
from knowledge.surveys.drafts import Draft, read_area, read_draft
from knowledge.surveys.errors import BadWindow, NoSuchWindow
from knowledge.surveys.moments import in_words

KEPT_DAYS = 120
"""How long after its opening a window is listed without being asked for."""


def add(
    session: Session, cells: dict[str, str | None], now: dt.datetime, listeners: Sequence[Listener] | None = None
) -> SurveyWindow:
    """Writes down the window that these cells say (see `drafts.COLUMNS`). Raises BadWindow for the first fault."""
    draft, wrong = read_draft(cells, read_area_index(session), now.date())
    if draft is None:
        raise wrong[0]
    return store(session, draft, now, listeners)


def store(
    session: Session, draft: Draft, now: dt.datetime, listeners: Sequence[Listener] | None = None
) -> SurveyWindow:
    """Writes down a draft and announces it. Raises BadWindow when it overlaps a window of the same survey."""
    # the row of the area is held, so that two people can't write the same survey down at once (PostgreSQL)
    session.execute(select(LocalArea.gss_code).where(LocalArea.gss_code == draft.gss_code).with_for_update())
    clash = overlapping(session, draft)
    if clash is not None:
        raise BadWindow("opens", in_words(draft.opens), f"overlaps {described(clash)}; close or remove that one first")
    window = SurveyWindow(
        gss_code=draft.gss_code,
        audience=draft.audience,
        opens=draft.opens,
        closes=draft.closes,
        link=draft.link,
        source_url=draft.source_url,
        source_title=draft.source_title,
        source_date=draft.source_date,
        added_at=now,
    )
    session.add(window)
    announce(session, window, Change.ADDED, now, listeners)
    return window


def overlapping(session: Session, draft: Draft) -> SurveyWindow | None:
    """The first window of the same area and audience that is open at a time when this one is."""
    same = select(SurveyWindow).where(SurveyWindow.gss_code == draft.gss_code, SurveyWindow.audience == draft.audience)
    for row in session.scalars(same.order_by(SurveyWindow.opens)):
        if draft.opens < _end(Window(row.opens, row.closes)) and row.opens < _end(draft.window):
            return row
    return None


def find(session: Session, area: str | None, everything: bool, now: dt.datetime) -> list[SurveyWindow]:
    """The windows, newest first: of one area (by name or code) or of all; the old ones only with `everything`.

    Raises BadWindow when the area is not known.
    """
    wanted = select(SurveyWindow).order_by(SurveyWindow.opens.desc(), SurveyWindow.gss_code, SurveyWindow.id)
    if area is not None:
        wanted = wanted.where(SurveyWindow.gss_code == read_area("area", area, read_area_index(session)))
    if not everything:
        since = now - dt.timedelta(days=KEPT_DAYS)
        wanted = wanted.where(or_(SurveyWindow.opens >= since, SurveyWindow.closes >= now))
    return list(session.scalars(wanted))


def close(
    session: Session,
    number: int,
    at: dt.datetime,
    now: dt.datetime,
    listeners: Sequence[Listener] | None = None,
) -> SurveyWindow:
    """Sets when a window closes: now, a moment gone by, or one to come.

    Raises NoSuchWindow, or BadWindow when that is not after its opening.
    """
    window = _get(session, number)
    if at <= window.opens:
        reason = f"is not after the opening ({in_words(window.opens)}); if the window is a mistake, remove it"
        raise BadWindow("closes", in_words(at), reason)
    if window.closes != at:
        window.closes = at
        announce(session, window, Change.CLOSED, now, listeners)
    return window


def remove(
    session: Session, number: int, now: dt.datetime, listeners: Sequence[Listener] | None = None
) -> SurveyWindow:
    """Takes away a window that was written down by mistake. Raises NoSuchWindow."""
    window = _get(session, number)
    announce(session, window, Change.REMOVED, now, listeners)
    session.delete(window)
    return window


def described(window: SurveyWindow, areas: AreaIndex | None = None) -> str:
    """A window in a line: "window 3 (E08000035, parent_carer, Mon 29 Jun 2026 09:00 to Tue 7 Jul 2026 09:00)"."""
    name = areas.find(window.gss_code).name if areas else window.gss_code
    until = in_words(window.closes) if window.closes else "closing not known"
    return f"window {window.id} ({name}, {window.audience}, {in_words(window.opens)} to {until})"


def _end(window: Window) -> dt.datetime:
    return window.closes or latest_likely_close(window)


def _get(session: Session, number: int) -> SurveyWindow:
    window = session.get(SurveyWindow, number)
    if window is None:
        raise NoSuchWindow(number)
    return window
