"""What the page of one area shows, made from the same sentences as the look-ups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from actions.calendars.files import next_inspection_link, survey_links
from actions.conversation import Asked, Conversation
from actions.desk import Desk
from actions.replies import inspections
from actions.replies.look_ups import LOOK_UPS
from actions.replies.lookup_reply import LookUp
from actions.replies.parts import age_line, choices, unique
from actions.reply import CalendarLink, Choice, SourceNote
from bot.pages.timeline import Point, points
from bot.pages.timeline_picture import Picture, picture
from knowledge.area_index import ListedArea
from knowledge.area_record import AreaRecord
from knowledge.models import Finding, LocalService
from knowledge.outcomes import Outcome
from knowledge.partial_date import PartialDate

SECTIONS = ("area.outcome", "area.next_inspection", "area.survey", "area.findings", "area.history")
SERVICES = ("local_offer", "sendiass", "parent_carer_forum")
STEPS = ("outcome.what_happens_next", "views.how", "support.helplines")


@dataclass(frozen=True)
class Section:
    """What one look-up says, still in separate sentences, with its sources and next steps."""

    lines: list[str]
    sources: tuple[SourceNote, ...]
    is_on_record: bool


class PageLookUp(LookUp):
    """A look-up whose answer is a Section, so that a page can set it out instead of one text."""

    def reply(
        self,
        topic: str,
        lines: Iterable[str],
        sources: Sequence[SourceNote],
        next_steps: Sequence[str],
        status: str = "answered",
        as_at: PartialDate | None = None,
        calendar: CalendarLink | None = None,
    ) -> Section:
        """The section. The age of the facts is said once on the page, so not here."""
        return Section([line.strip() for line in lines if line], unique(sources), status == "answered")


@dataclass(frozen=True)
class AreaPage:
    """Everything on the page of one area."""

    area: ListedArea
    record: AreaRecord
    outcome: Outcome | None
    sections: dict[str, Section]
    services: dict[str, tuple[LocalService | None, Section]]
    findings: list[Finding]
    points: list[Point]
    picture: Picture
    sources: tuple[SourceNote, ...]
    age: str
    services_age: str
    steps: tuple[Choice, ...]
    survey_calendars: list[CalendarLink]
    visit_calendar: CalendarLink | None

    @property
    def visited(self) -> str:
        """When inspectors last visited, as exactly as known: the first line of the outcome."""
        return self.sections["area.outcome"].lines[0]


def area_page(desk: Desk, area: ListedArea, now: dt.datetime) -> AreaPage:
    """The page of this area at this moment."""
    record = desk.store.area(area.code)
    look_up = PageLookUp(desk, Conversation((Asked("area.outcome", "answer", areas=(area.code,)),)), record)
    sections = {topic: LOOK_UPS[topic](look_up) for topic in SECTIONS}
    services = {kind: (record.service(kind), LOOK_UPS[f"area.{kind}"](look_up)) for kind in SERVICES}
    everything = [*sections.values(), *(section for _, section in services.values())]
    found, newest = points(desk, record, now), record.newest
    outcome = desk.outcomes[newest.outcome] if newest else None
    return AreaPage(
        area=area,
        record=record,
        outcome=outcome,
        sections=sections,
        services=services,
        findings=_findings(record),
        points=found,
        picture=picture(found, now.date()),
        sources=unique(source for section in everything for source in section.sources),
        age=age_line(desk, record.as_at, now),
        services_age=age_line(desk, record.services_as_at, now),
        survey_calendars=survey_links(desk, record, now),
        visit_calendar=next_inspection_link(desk, record, now),
        steps=choices(desk, [outcome.topic, *STEPS[:2]] if outcome else STEPS, (area.code,)),
    )


def summary(desk: Desk, page: AreaPage) -> str:
    """One sentence on the area, for search engines and for sharing."""
    newest, copy = page.record.newest, desk.copy["areas"]
    if newest is None:
        return copy["outcome"]["none"].format(area=page.area.name, as_at=page.record.as_at.words()).strip()
    wording = copy["set"]["found" if newest.start else "found_published"]
    return (
        page.area.name
        + ": "
        + wording.format(
            when=inspections.month_of(newest),
            published=newest.published.words(),
            number=newest.outcome,
            name=page.outcome.name,
        )
    )


def _findings(record: AreaRecord) -> list[Finding]:
    """What must improve, priorities first."""
    found = record.newest.findings if record.newest else []
    return sorted(found, key=lambda one: (one.kind != "priority_action", one.position))
