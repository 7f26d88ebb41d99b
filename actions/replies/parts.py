"""Pieces that replies share: sources, dates, choices, the line on how old the facts are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from actions.desk import Desk
from actions.replies.wording import listed
from actions.reply import MOST_NEXT_STEPS, Choice, SourceNote
from knowledge.models import Inspection, Source, SurveyWindow
from knowledge.partial_date import PartialDate

NOTIFY, SIGN_UP = "notify.", "notify.subscribe"


def source_note(source: Source) -> SourceNote:
    """A source as shown beside a reply."""
    return SourceNote(source.title, source.url, source.date.iso if source.date else None)


def source_by_id(desk: Desk, source_id: str) -> SourceNote:
    """The source with this id. Raises KeyError when a topic names one that is not on record."""
    found = desk.store.source(source_id)
    if found is None:
        raise KeyError(f"no source '{source_id}' in knowledge/data/sources.csv")
    return source_note(found)


def report_source(desk: Desk, inspection: Inspection, area: str) -> SourceNote:
    """The report of an inspection; the page its facts come from when the report's link is not known."""
    date = inspection.published.iso if inspection.published else None
    if inspection.report_url:
        return SourceNote(f"Ofsted and CQC report on {area}", inspection.report_url, date)
    return page_source(desk, inspection.source_url, area)


def page_source(desk: Desk, url: str, area: str) -> SourceNote:
    """The source record of a page, or a plain note of it when there is none."""
    found = desk.store.source_at(url)
    return source_note(found) if found else SourceNote(f"Public page on {area}", url, None)


def window_source(desk: Desk, window: SurveyWindow, area: str) -> SourceNote:
    """Where a survey window is known from, as staff wrote it down."""
    date = window.source_date.iso if window.source_date else None
    if window.source_title:
        return SourceNote(window.source_title, window.source_url, date)
    found = page_source(desk, window.source_url, area)
    return SourceNote(found.title, found.url, found.date or date)


def unique(sources: Iterable[SourceNote]) -> tuple[SourceNote, ...]:
    """Each source once, in order."""
    return tuple(dict.fromkeys(sources))


def source_line(desk: Desk, sources: Iterable[SourceNote], checked: PartialDate) -> str:
    """The line of a reply that names its sources with their dates and links."""
    undated = desk.copy["general"]["undated"].format(checked=checked.words())
    named = [
        f"{source.title} ({PartialDate(source.date).words() if source.date else undated}): {source.url}"
        for source in sources
    ]
    if len(named) == 1:
        return desk.copy["general"]["source"].format(source=named[0])
    return "\n- ".join([desk.copy["general"]["sources"], *named]) if named else ""


def age_line(desk: Desk, as_at: PartialDate, now: dt.datetime, place: str | None = None) -> str:
    """The line that says how old the facts are, and that they may be out of date past the set age."""
    general = desk.copy["general"]
    line = general["as_at"].format(as_at=as_at.words())
    days = (now.date() - as_at.last_day).days
    if days > desk.stale_days:
        line += " " + general["stale"].format(days=days, place=place or general["official_place"])
    return line


def choices(
    desk: Desk, topics: Iterable[str], areas: tuple[str, ...] = (), can_write: bool = False
) -> tuple[Choice, ...]:
    """At most three next steps: look-ups carry the area when there is one.

    Being told of something is offered only when the channel `can_write` to the person.
    """
    made = [choice(desk, topic, areas) for topic in topics if can_write or not topic.startswith(NOTIFY)]
    return tuple(one for one in dict.fromkeys(made) if one)[:MOST_NEXT_STEPS]


def choice(desk: Desk, topic: str, areas: tuple[str, ...]) -> Choice | None:
    """One next step, or None when nothing answers that topic yet."""
    general = desk.copy["general"]
    if topic.startswith(NOTIFY):
        return notify_choice(desk, topic, areas[0] if areas else None)
    if topic in general["several"]:
        return _of_several(desk, topic, areas)
    if topic in general["look_ups"]:
        if not areas:
            return Choice(general["look_ups_no_area"][topic], f"ask:{topic}", topic)
        name = desk.store.area_names()[areas[0]]
        return Choice(general["look_ups"][topic].format(area=name), f"ask:{topic}:{areas[0]}", topic)
    if topic in desk.topics:
        return Choice(desk.topics[topic].title, f"ask:{topic}", topic)
    return None


def on_contract(topic: str) -> str:
    """The topic as the contract names it: signing up for surveys or for reports alone is notify.subscribe."""
    return SIGN_UP if topic.startswith(NOTIFY) and topic not in ("notify.unsubscribe", "notify.list") else topic


def notify_choice(desk: Desk, topic: str, code: str | None = None) -> Choice:
    """A step about being told of something."""
    copy = desk.copy["notify"]
    outside = on_contract(topic)
    if code is None or topic not in copy["choices"]:
        return Choice(copy["no_area"][topic], f"ask:{topic}", outside)
    return Choice(copy["choices"][topic].format(area=desk.store.area_names()[code]), f"ask:{topic}:{code}", outside)


def _of_several(desk: Desk, topic: str, areas: tuple[str, ...]) -> Choice:
    """A step about several areas: a comparison names those it is about."""
    titles, names = desk.copy["general"]["several"][topic], desk.store.area_names()
    if topic == "area.list" or not areas:
        return Choice(titles["any"], f"ask:{topic}", topic)
    title = titles["one" if len(areas) == 1 else "many"].format(areas=listed([names[code] for code in areas]))
    return Choice(title, f"ask:{topic}:{'+'.join(areas)}", topic)
