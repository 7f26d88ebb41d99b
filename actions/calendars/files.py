"""Calendar files by their address, the same for a web page and for a chat that sends the file itself."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from actions.calendars import surveys, visits
from actions.calendars.writing import as_ics
from actions.desk import Desk
from actions.reply import CalendarLink
from knowledge.area_index import ListedArea, slug
from knowledge.area_record import AreaRecord

TYPE = "text/calendar; charset=utf-8"
NEXT_INSPECTION = "next-inspection.ics"
_SURVEY = re.compile(rf"survey-({'|'.join(surveys.AUDIENCES)})\.ics")
_ADDRESS = re.compile(r"/area/([^/]+)/([^/]+\.ics)")


@dataclass(frozen=True)
class CalendarFile:
    """A file to be sent: its name and its bytes."""

    name: str
    content: bytes


def file_at(desk: Desk, url: str, now: dt.datetime) -> CalendarFile | None:
    """The file that a reply's calendar link ("/area/leeds/next-inspection.ics") leads to, without asking a server.

    None when there is no such file, or no date any more to put in it.
    """
    match = _ADDRESS.fullmatch(url)
    area = desk.store.area_index().find(match[1]) if match else None
    return file_of(desk, area, match[2], now) if area else None


def file_of(desk: Desk, area: ListedArea, name: str, now: dt.datetime) -> CalendarFile | None:
    """The file of an area by its last part ("next-inspection.ics", "survey-parent_carer.ics"), or None."""
    record, audience = desk.store.area(area.code), _SURVEY.fullmatch(name)
    if audience:
        found = surveys.entries(desk, record, audience[1])
    else:
        found = visits.entries(desk, record, now.date()) if name == NEXT_INSPECTION else []
    return CalendarFile(f"{area.slug}-{name}", as_ics(found, now)) if found else None


def survey_links(desk: Desk, record: AreaRecord, now: dt.datetime) -> list[CalendarLink]:
    """A link for each audience whose survey opens or closes in the time ahead."""
    copy, made = desk.copy["calendar"], []
    for audience in surveys.AUDIENCES:
        found = record.window(audience)
        if found and surveys.is_to_come(found[1], now):
            title = copy["links"]["survey"].format(audience=copy["audiences"][audience])
            made.append(CalendarLink(title, _address(record, f"survey-{audience}.ics")))
    return made


def next_inspection_link(desk: Desk, record: AreaRecord, now: dt.datetime) -> CalendarLink | None:
    """A link to the visits ahead; None when none can be counted."""
    if not visits.entries(desk, record, now.date()):
        return None
    return CalendarLink(desk.copy["calendar"]["links"]["next_inspection"], _address(record, NEXT_INSPECTION))


def _address(record: AreaRecord, name: str) -> str:
    return f"/area/{slug(record.area.name)}/{name}"
