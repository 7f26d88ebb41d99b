"""Events as an iCalendar file. The `icalendar` library folds and escapes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from icalendar import Alarm, Calendar, Event, Timezone

from knowledge.clock import LONDON

MAKER = "-//SEND inspection assistant//EN"
HOST = "send-assistant"
DAY = dt.timedelta(days=1)
# The rules since 1996 as every calendar program reads them. The library would list each change of the clocks from
# 1970 to 2038 instead, which takes 300 ms and 3 KB.
LONDON_RULES = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True)
class Entry:
    """One event. `uid` stays the same for the same event; `when` is a zoned moment, or a day for a whole day.

    `alarm` is what a reminder one day before says; None for no reminder.
    """

    uid: str
    when: dt.datetime | dt.date
    title: str
    words: str
    link: str
    alarm: str | None = None


def as_ics(entries: Sequence[Entry], now: dt.datetime) -> bytes:
    """The file: UTF-8, lines folded, times in Europe/London with the zone's rules beside them."""
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if any(isinstance(entry.when, dt.datetime) for entry in entries):
        calendar.add_component(Timezone.from_ical(LONDON_RULES))
    for entry in entries:
        calendar.add_component(_event(entry, now))
    return calendar.to_ical()


def _event(entry: Entry, now: dt.datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@{HOST}")
    event.add("dtstamp", now.astimezone(dt.timezone.utc))
    if isinstance(entry.when, dt.datetime):
        event.add("dtstart", entry.when.astimezone(LONDON))
    else:
        event.add("dtstart", entry.when)
        event.add("dtend", entry.when + DAY)
    event.add("summary", entry.title)
    event.add("description", entry.words)
    event.add("url", entry.link)
    event.add("transp", "TRANSPARENT")  # a survey does not keep anybody busy
    if entry.alarm:
        event.add_component(_alarm(entry.alarm))
    return event


def _alarm(words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", -DAY)
    return alarm
