"""Local services, sources, national figures, helplines and releases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from pathlib import Path

from knowledge.loading.rows import read_rows
from knowledge.models import DataRelease, HelpContact, LocalService, NationalFigure, Source
from knowledge.partial_date import PartialDate

SERVICE_KINDS = {"local_offer", "sendiass", "parent_carer_forum"}


def read_services(folder: Path, codes: Collection[str]) -> Iterator[LocalService]:
    """Yields the rows of `local_services.csv`. Raises BadRow."""
    columns = ("gss_code", "kind", "name", "url", "phone", "source_url")
    for row in read_rows(folder / "local_services.csv", columns, key=("gss_code", "kind")):
        yield LocalService(
            gss_code=row.area("gss_code", codes),
            kind=row.choice("kind", SERVICE_KINDS),
            name=row.text("name"),
            url=row.link("url"),
            phone=row.optional("phone"),
            source_url=row.required_link("source_url"),
        )


def read_sources(folder: Path) -> Iterator[Source]:
    """Yields the rows of `sources.csv`. Raises BadRow."""
    columns = ("id", "url", "title", "publisher", "date", "checked")
    for row in read_rows(folder / "sources.csv", columns, key=("id",)):
        undated = row.optional("date") == "undated"
        yield Source(
            id=row.text("id"),
            url=row.required_link("url"),
            title=row.text("title"),
            publisher=row.text("publisher"),
            date=None if undated else row.date("date") or PartialDate(row.text("date")),
            last_checked=row.date("checked") or PartialDate(row.text("checked")),
        )


def read_figures(folder: Path) -> Iterator[NationalFigure]:
    """Yields the rows of `national_figures.csv`; the outcomes must add up. Raises BadRow."""
    columns = ("as_at", "inspections", "outcome_1", "outcome_2", "outcome_3", "status", "source_url", "note")
    for row in read_rows(folder / "national_figures.csv", columns, key=("as_at",)):
        row.text("as_at")
        outcomes = {f"outcome_{number}": row.number(f"outcome_{number}", 0, 999) for number in (1, 2, 3)}
        inspections = row.number("inspections", 0, 999)
        if sum(outcomes.values()) != inspections:
            raise row.bad("inspections", f"is not the sum of the outcomes ({sum(outcomes.values())})")
        yield NationalFigure(
            as_at=row.date("as_at"),
            inspections=inspections,
            status=row.choice("status", {"official", "count"}),
            source_url=row.required_link("source_url"),
            note=row.text("note"),
            **outcomes,
        )


def read_help_contacts(folder: Path) -> Iterator[HelpContact]:
    """Yields the rows of `help_contacts.csv`. Raises BadRow."""
    columns = ("name", "who_for", "phone", "text", "web", "hours", "source_url", "caution")
    for row in read_rows(folder / "help_contacts.csv", columns, key=("name",)):
        yield HelpContact(
            name=row.text("name"),
            who_for=row.text("who_for"),
            phone=row.optional("phone"),
            text=row.optional("text"),
            web=row.link("web"),
            hours=row.optional("hours"),
            source_url=row.required_link("source_url"),
            caution=row.text("caution"),
        )


def read_releases(folder: Path, loaded_at: dt.datetime) -> Iterator[DataRelease]:
    """Yields the rows of `releases.csv`. Raises BadRow."""
    for row in read_rows(folder / "releases.csv", ("name", "origin", "as_at"), key=("name",)):
        row.text("as_at")
        yield DataRelease(
            name=row.text("name"), origin=row.text("origin"), as_at=row.date("as_at"), loaded_at=loaded_at
        )
