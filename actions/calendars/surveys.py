"""A survey window as events: when it opens, and when it closes with a reminder the day before."""

from __future__ import annotations

import datetime as dt

from actions.calendars.writing import Entry
from actions.desk import Desk
from actions.replies.parts import window_source
from actions.replies.sources_in_words import source_words
from knowledge.area_record import AreaRecord
from knowledge.models import SurveyWindow

AUDIENCES = ("parent_carer", "young_person", "practitioner")


def entries(desk: Desk, record: AreaRecord, audience: str) -> list[Entry]:
    """The events of the newest window for this audience; none when no window is known."""
    found = record.window(audience)
    if found is None:
        return []
    window, copy = found[1], desk.copy["calendar"]["survey"]
    said = {"area": record.area.name, "audience": desk.copy["calendar"]["audiences"][audience]}
    words = _words(desk, record, window)
    name, link = f"{window.gss_code}-{audience}-{window.opens:%Y%m%d}", window.link or window.source_url
    made = [Entry(f"{name}-opens", window.opens, copy["opens"].format(**said), words, link)]
    if window.closes:
        alarm = copy["closes_tomorrow"].format(**said)
        made.append(Entry(f"{name}-closes", window.closes, copy["closes"].format(**said), words, link, alarm))
    return made


def is_to_come(window: SurveyWindow, now: dt.datetime) -> bool:
    """True when its opening or closing lies ahead: worth a place in a calendar."""
    return window.opens > now or (window.closes is not None and window.closes > now)


def _words(desk: Desk, record: AreaRecord, window: SurveyWindow) -> str:
    copy = desk.copy["calendar"]
    lines = [copy["survey"]["answer"].format(link=window.link)] if window.link else []
    if window.closes is None:
        lines.append(copy["survey"]["closing_unknown"])
    lines.append(source_words(desk, window_source(desk, window, record.area.name)))
    return "\n".join(lines)
