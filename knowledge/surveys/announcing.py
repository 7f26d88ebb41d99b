"""The one place that tells the rest of the program that a survey window has changed.

A listener is called inside the transaction that writes the change, after the row has its id: what it writes through
`session` is kept or lost together with the change, and what it raises undoes both. It must not commit, and must do
the same thing once however often it is told. Add one with `LISTENERS.append(...)` where the program is put together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from enum import Enum

from sqlalchemy.orm import Session

from knowledge.models import SurveyWindow
from knowledge.notices.listening import follow_window


class Change(str, Enum):
    """What happened to a window. `CLOSED`: its closing time was set or moved. `REMOVED`: it was a mistake."""

    ADDED = "added"
    CLOSED = "closed"
    REMOVED = "removed"


Listener = Callable[[Session, SurveyWindow, Change, dt.datetime], None]
"""Takes the session, the window, what happened to it, and the present moment."""

LISTENERS: list[Listener] = [follow_window]


def announce(
    session: Session,
    window: SurveyWindow,
    change: Change,
    now: dt.datetime,
    listeners: Sequence[Listener] | None = None,
) -> None:
    """Tells each listener (those of the program unless others are given), in order."""
    session.flush()
    for listener in LISTENERS if listeners is None else listeners:
        listener(session, window, change, now)
