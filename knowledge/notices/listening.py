"""What `knowledge.surveys` calls when a survey window has changed, in the same transaction."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Session

from knowledge.models import SurveyWindow
from knowledge.notices.surveys import reconcile


def follow_window(session: Session, window: SurveyWindow, change: str, now: dt.datetime) -> None:
    """Writes, rewrites or cancels the notices of the window's area. `change` is a `surveys.announcing.Change`."""
    reconcile(session, window.gss_code, now, gone=window if change == "removed" else None)
