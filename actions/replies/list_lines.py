"""The sentences of a list: what was counted, and a line for each row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from actions.replies import inspections
from actions.replies.wording import Wording, listed
from knowledge.listing import Kind, Listed, Listing
from knowledge.listing.finding import DUE_WITHIN_MONTHS
from knowledge.listing.period import Period
from knowledge.partial_date import PartialDate

ENGLAND = "England"
UNITS = {4: "year", 7: "month", 10: "day"}


def group(listing: Listing) -> str:
    """The part of the copy file that this kind of list is worded in."""
    return "due" if listing.query.kind is Kind.MONITORING_DUE else listing.query.kind.value


def lead(wording: Wording, listing: Listing, today: dt.date) -> list[str]:
    """What was counted, over what, and what the numbers are."""
    kind, query = group(listing), listing.query
    lines = [wording.get("near")] if query.near else []
    if kind == "full":
        return lines + _full(wording, listing)
    filled = {"place": place(wording, listing), "areas": listing.areas, "when": when(wording, query.period)}
    suffix = "_when" if query.period and wording.has(kind, "none_when") else ""
    if kind == "due":
        filled["until"] = PartialDate(today.isoformat()[:7]).plus_months(DUE_WITHIN_MONTHS).words()
    key = f"over{suffix}" if listing.count else f"none{suffix}"
    lines.append(wording.counted(listing.count, kind, key, **filled))
    if kind == "due":
        lines.append(_past(wording, listing))
    if listing.count or kind in ("now", "due"):
        lines.append(wording.get(kind, "note"))
    waiting = listing.areas - listing.reported
    if query.kind is Kind.DUE and waiting:
        lines.append(wording.counted(waiting, kind, "waiting", place=filled["place"]))
    return lines


def _past(wording: Wording, listing: Listing) -> str:
    past = sum(row.due.is_past for row in listing.rows)
    return wording.counted(past, "due", "past") if past else ""


def _full(wording: Wording, listing: Listing) -> list[str]:
    query, over = listing.query, place(wording, listing)
    kind = "full" if not query.period else "visited" if query.visited else "published"
    total = sum(listing.by_outcome.values())
    if query.period:
        key = "over" if total else "none"
        as_at = listing.as_at.words()
        first = wording.counted(total, kind, key, place=over, when=when(wording, query.period), as_at=as_at)
    else:
        first = wording.counted(
            listing.reported, kind, "over", place=over, reported=listing.reported, areas=listing.areas
        )
    lines = [first, *_outcomes(wording, listing, kind)] if total else [first]
    return [*lines, wording.say("visited", "undated", count=listing.undated)] if listing.undated else lines


def _outcomes(wording: Wording, listing: Listing, kind: str) -> list[str]:
    """How many got the outcome asked about; how many got each when none was named, or none got it."""
    lines = []
    for number in listing.query.outcomes:
        count = listing.by_outcome[number]
        filled = {"number": number, "name": wording.get("outcomes", number)}
        lines.append(wording.say(kind, "got" if count else "got_none", count=count, **filled))
    return lines if listing.count and lines else [*lines, *_each(wording, listing)]


def _each(wording: Wording, listing: Listing) -> list[str]:
    """How many got each outcome not asked about: one sentence, or a line for each in easy read."""
    parts = [
        wording.say(
            "full",
            "each",
            count=listing.by_outcome[number] or wording.get("nobody"),
            number=number,
            name=wording.get("outcomes", number),
        )
        for number in wording.get("outcomes")
        if number not in listing.query.outcomes
    ]
    return [f"{part}." for part in parts] if wording.is_easy else [f"{listed(parts)}."]


def place(wording: Wording, listing: Listing) -> str:
    """The places counted over, as said inside a sentence."""
    if listing.regions:
        return listed([wording.get("places", region) for region in listing.regions])
    return listing.query.place or wording.get("places", ENGLAND)


def when(wording: Wording, period: Period | None) -> str:
    """A period as said inside a sentence."""
    if period is None:
        return ""
    if period.unit:
        return wording.say("when", UNITS[len(period.unit.iso)], unit=period.unit.words())
    first, end, last = (_day(day) for day in (period.first, period.end, period.last_day))
    key = "between" if first and last else "since" if first else "before"
    return wording.say("when", key, first=first, end=end, last=last)


def _day(day: dt.date | None) -> str:
    return PartialDate(day.isoformat()).words() if day else ""


def header(wording: Wording, listing: Listing) -> str:
    """In which order the rows stand."""
    kind = group(listing)
    found = wording.get("visited" if kind == "full" and listing.query.visited else kind, "header")
    return found if isinstance(found, str) else found[listing.query.order.value]


def rows(wording: Wording, listing: Listing, shown: Sequence[Listed]) -> list[str]:
    """A line for each row shown."""
    return [_row(wording, listing, row) for row in shown]


def _row(wording: Wording, listing: Listing, row: Listed) -> str:
    kind = group(listing)
    if kind == "now":
        return wording.say(kind, "states", row.state.value, area=row.name)
    if kind == "due":
        key = f"row_{row.due.kind}{'_past' if row.due.is_past else ''}"
        return wording.say(kind, key, area=row.name, about=row.due.about.words())
    if kind == "monitoring":
        return wording.say(kind, "row", area=row.name, month=inspections.month_of(row.visit))
    if kind == "none_yet":
        return wording.say(kind, "row", area=row.name)
    return wording.say(
        "visited" if listing.query.visited else "full",
        "row" if row.is_newest else "row_followed",
        area=row.name,
        number=row.visit.outcome,
        name=wording.get("outcomes", row.visit.outcome),
        published=row.visit.published.words(),
        visited=inspections.days_of(row.visit),
    )
