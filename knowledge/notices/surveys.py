"""The notices of survey windows. Windows of one area that open or close together are told of in one notice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.calendar.survey_state import Window, latest_likely_close
from knowledge.clock import LONDON
from knowledge.models import LocalArea, SurveyWindow
from knowledge.notices.bodies import survey_body
from knowledge.notices.events import SURVEY_ANNOUNCED, SURVEY_CLOSES, SURVEY_EVENTS, SURVEY_OPENS
from knowledge.notices.hours import MORNING
from knowledge.notices.writing import Notice, cancel, write

APART = dt.timedelta(hours=12)
"""People who have just been told that a survey is open, and until when, need no second message right after it."""


def reconcile(session: Session, gss_code: str, now: dt.datetime, gone: SurveyWindow | None = None) -> None:
    """Makes the outbox fit the survey windows of an area: writes what is missing, cancels what no longer holds.

    `gone` is a window that is about to be deleted. Doing it twice changes nothing more.
    """
    wanted = _wanted(session, gss_code, now, gone)
    cancel(session, gss_code, SURVEY_EVENTS, [notice.key for notice in wanted], now)
    for notice in wanted:
        write(session, notice, now)


def catch_up(session: Session, person: str, gss_code: str, events: Sequence[str], now: dt.datetime) -> None:
    """Queues for a new subscriber what is still to come; what is so already is said in the chat."""
    for notice in _wanted(session, gss_code, now):
        if notice.event in events:
            known = notice.event == SURVEY_ANNOUNCED or (notice.event == SURVEY_OPENS and notice.not_before <= now)
            write(session, notice, now, person, told=known)


def notices(area: str, windows: Iterable[SurveyWindow], now: dt.datetime) -> list[Notice]:
    """The notices that these windows of one area call for at this moment."""
    windows = [window for window in windows if _end(window) > now]
    made = [_announced(area, group, now) for group in _by(lambda one: _week(one.opens), windows) if _ahead(group, now)]
    made += [_opens(area, group) for group in _by(lambda one: one.opens, windows)]
    closing = [window for window in windows if window.closes and _closing_is_news(window, now)]
    made += [_closes(area, group) for group in _by(lambda one: one.closes, closing)]
    return made


def _wanted(session: Session, gss_code: str, now: dt.datetime, gone: SurveyWindow | None = None) -> list[Notice]:
    rows = session.scalars(
        select(SurveyWindow).where(SurveyWindow.gss_code == gss_code).order_by(SurveyWindow.opens, SurveyWindow.id)
    ).all()
    area = session.scalar(select(LocalArea.name).where(LocalArea.gss_code == gss_code))
    return notices(area, [row for row in rows if gone is None or row.id != gone.id], now)


def _announced(area: str, group: list[SurveyWindow], now: dt.datetime) -> Notice:
    first = group[0]
    key = f"{SURVEY_ANNOUNCED}:{first.gss_code}:{_week(first.opens)}"
    body = survey_body(SURVEY_ANNOUNCED, area, group)
    return Notice(SURVEY_ANNOUNCED, key, first.gss_code, body, now, min(one.opens for one in group))


def _opens(area: str, group: list[SurveyWindow]) -> Notice:
    first = group[0]
    key = f"{SURVEY_OPENS}:{first.gss_code}:{_stamp(first.opens)}"
    body = survey_body(SURVEY_OPENS, area, group)
    return Notice(SURVEY_OPENS, key, first.gss_code, body, first.opens, max(map(_end, group)))


def _closes(area: str, group: list[SurveyWindow]) -> Notice:
    first = group[0]
    key = f"{SURVEY_CLOSES}:{first.gss_code}:{_stamp(first.closes)}"
    return Notice(
        SURVEY_CLOSES, key, first.gss_code, survey_body(SURVEY_CLOSES, area, group), _day_before(first), first.closes
    )


def _ahead(group: Iterable[SurveyWindow], now: dt.datetime) -> bool:
    return all(one.opens > now for one in group)


def _day_before(window: SurveyWindow) -> dt.datetime:
    """8am on the day before it closes: the first moment at which people may be told."""
    day = window.closes.astimezone(LONDON).date() - dt.timedelta(days=1)
    return dt.datetime.combine(day, MORNING, tzinfo=LONDON)


def _closing_is_news(window: SurveyWindow, now: dt.datetime) -> bool:
    told_open = max(window.opens, window.added_at or window.opens)
    return _day_before(window) >= told_open + APART


def _end(window: SurveyWindow) -> dt.datetime:
    return window.closes or latest_likely_close(Window(window.opens, None))


def _by(key: Callable[[SurveyWindow], object], windows: Iterable[SurveyWindow]) -> list[list[SurveyWindow]]:
    groups: dict[object, list[SurveyWindow]] = {}
    for window in windows:
        groups.setdefault(key(window), []).append(window)
    return list(groups.values())


def _week(moment: dt.datetime) -> str:
    year, week, _ = moment.astimezone(LONDON).isocalendar()
    return f"{year}-W{week:02d}"


def _stamp(moment: dt.datetime) -> str:
    return moment.astimezone(LONDON).strftime("%Y-%m-%dT%H:%M")
