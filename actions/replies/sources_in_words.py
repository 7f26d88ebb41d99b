"""A source in one line of plain text, for calendar files."""

from __future__ import annotations

from actions.desk import Desk
from actions.reply import SourceNote
from knowledge.partial_date import PartialDate


def source_words(desk: Desk, source: SourceNote) -> str:
    """The source with its date, where it bears one, and its link."""
    copy = desk.copy["calendar"]
    date = PartialDate(source.date).words() if source.date else ""
    return copy["source" if date else "source_undated"].format(title=source.title, date=date, url=source.url)
