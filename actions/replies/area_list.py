"""area.list: which areas got what, ten at a time, and the rest on request."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies import list_lines
from actions.replies.misses import other_topics
from actions.replies.parts import choice, choices, page_source, source_by_id
from actions.replies.whole_reply import put_together
from actions.replies.wording import Wording, listed
from actions.reply import Choice, Reply, SourceNote
from actions.turn import Turn
from knowledge.listing import Kind, Listed, Listing, ListQuery

TOPIC, MORE = "area.list", "area.more"
AT_ONCE = 10
TAPPED = "ask:"
LIKELIEST, SHORT = 3, 7


def answer(desk: Desk, talk: Conversation) -> Turn:
    """The first rows of the list that the question asks for; said again when nothing new was asked."""
    kept, text = talk.list_from, talk.asked.text
    if kept and not text:
        return _page(desk, talk, ListQuery.from_json(kept["query"]), kept["shown"] or 0)
    if kept and kept["shown"] is None and text.startswith(TAPPED):  # tapped after "is it one of these?"
        return _page(desk, talk, ListQuery.from_json(kept["query"]), 0)
    return _page(desk, talk, read_query(desk, talk), 0)


def more(desk: Desk, talk: Conversation) -> Turn:
    """The next rows of the list last shown; offers what else there is when no list is being shown."""
    kept, is_tapped = talk.list_from, talk.asked.text.startswith(TAPPED)
    if not kept or kept["shown"] is None or not (is_tapped or talk.topic == TOPIC):
        return _no_list(desk, talk)
    return _page(desk, talk, ListQuery.from_json(kept["query"]), kept["next"])


def goes_on(talk: Conversation) -> bool:
    """True when a list is on show, has more, and the message may well ask for it."""
    kept, likely = talk.list_from, [topic for topic, _ in talk.asked.ranking[:LIKELIEST]]
    return bool(kept) and talk.topic == TOPIC and MORE in likely and len(talk.asked.text.split()) <= SHORT


def read_query(desk: Desk, talk: Conversation) -> ListQuery:
    """What the question asks to list: its words, and the places named in it that make no region."""
    asked, reader = talk.asked, desk.store.list_reader
    text, places = asked.text, []
    for said, codes in asked.shared:
        spelt = reader.spelt(said)
        text = text.replace(said, spelt)
        places += [] if reader.is_region(spelt) else [(spelt, codes)]
    query = reader.read(text, desk.now(talk.clock).date())
    if query.regions:
        return query
    names = desk.store.area_names()
    places += [(names[code], (code,)) for code in asked.areas if code in names]
    codes = tuple(dict.fromkeys(code for _, group in places for code in group))
    place = listed([name for name, _ in places]) if places else None
    return replace(query, areas=codes, place=place, near=len(codes) == 1)


def when_offered(desk: Desk, talk: Conversation, offered: tuple[Choice, ...]) -> dict[str, Any]:
    """What to remember so that a list offered as a reading is the list asked for when it is tapped."""
    if all(one.topic != TOPIC for one in offered):
        return {}
    return {"list_from": {"query": read_query(desk, talk).as_json(), "shown": None, "next": 0}}


def _page(desk: Desk, talk: Conversation, query: ListQuery, start: int) -> Turn:
    listing = desk.store.find_list(query, desk.now(talk.clock))
    end = min(start + (query.most or AT_ONCE if start == 0 else AT_ONCE), listing.count)
    if 0 < listing.count <= start:
        start = end = listing.count
    reply = _reply(desk, talk, listing, start, end)
    kept = {"query": query.as_json(), "shown": start, "next": end}
    remember = {"topic": TOPIC, "misses": 0, "waiting_for_area": None, "readings": other_topics(talk.asked)}
    return Turn((reply,), {**remember, "list_from": kept})


def _reply(desk: Desk, talk: Conversation, listing: Listing, start: int, end: int) -> Reply:
    wording, shown = Wording(desk.copy["lists"], talk.style), listing.rows[start:end]
    lines = [] if start else list_lines.lead(wording, listing, desk.now(talk.clock).date())
    if shown:
        lines += [list_lines.header(wording, listing), *list_lines.rows(wording, listing, shown)]
    lines += [_where(wording, listing, start, end), *(() if start else _notes(wording, listing))]
    return put_together(
        desk,
        talk,
        TOPIC,
        lines,
        _sources(desk, listing, shown),
        _steps(desk, talk, wording, listing, start, end),
        listing.as_at,
        areas=talk.asked.areas,
        status="answered" if listing.count or not _may_be_missing(listing) else "not_on_record",
    )


def _where(wording: Wording, listing: Listing, start: int, end: int) -> str:
    """Which part of the list this is, when it is not all of it."""
    filled = {"first": start + 1, "last": end, "count": listing.count}
    if start == end:
        return wording.say("end", **filled) if start else ""
    if end < listing.count:
        return wording.say("shown", **filled)
    return wording.say("shown_last", **filled) if start else ""


def _notes(wording: Wording, listing: Listing) -> list[str]:
    is_counted = listing.query.kind is Kind.NONE_YET or bool(listing.by_outcome and listing.query.kind is Kind.FULL)
    return [
        wording.get("counted") if is_counted else "",
        wording.get("not_grades") if listing.query.graded or listing.query.outcomes else "",
    ]


def _may_be_missing(listing: Listing) -> bool:
    """True when an empty list may only mean that the record does not reach that far."""
    return listing.query.period is not None or listing.query.kind in (Kind.MONITORING, Kind.NOW)


def _sources(desk: Desk, listing: Listing, shown: tuple[Listed, ...]) -> list[SourceNote]:
    """The pages the rows shown come from; of a list of what is missing, the record itself."""
    general = desk.copy["areas"]
    found = [page_source(desk, row.source_url, row.name) for row in shown if row.source_url]
    sources = found or [source_by_id(desk, general["record_source"])]
    if list_lines.group(listing) in ("due", "none_yet"):
        sources.append(source_by_id(desk, general["first_cycle_source"]))
    if list_lines.group(listing) == "due":
        sources.append(source_by_id(desk, general["notice_source"]))
    return sources


def _steps(
    desk: Desk, talk: Conversation, wording: Wording, listing: Listing, start: int, end: int
) -> list[Choice | None]:
    """ "Show more" when there is more, an area of those shown (the person's own first), then what explains the list."""
    kind = list_lines.group(listing)
    steps = [Choice(wording.get("show_more"), f"ask:{MORE}", TOPIC)] if end < listing.count else []
    codes = [row.code for row in listing.rows[start:end] or listing.rows]
    if codes:
        own = [code for code in talk.areas if code in codes]
        steps.append(choice(desk, wording.get("area_step", kind), tuple(own or codes)))
    elif listing.query != ListQuery():
        steps.append(Choice(wording.get("newest_reports"), f"ask:{TOPIC}", TOPIC))
    return steps + [choice(desk, topic, talk.areas) for topic in wording.get("steps", kind)]


def _no_list(desk: Desk, talk: Conversation) -> Turn:
    """ "More" with no list on show: offers what is next to the last answer."""
    wording, last = Wording(desk.copy["lists"], talk.style), desk.topics.get(talk.topic or "")
    topics = last.related if last else ["area.findings", "area.next_inspection", "area.history"]
    offered = choices(desk, topics, talk.areas)
    return Turn((Reply(wording.get("no_list"), None, "clarify", style=talk.style, choices=offered),))
