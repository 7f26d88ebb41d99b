"""Areas and their names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from knowledge.loading.rows import Row, read_rows
from knowledge.models import AreaName, LocalArea

REGIONS = {
    "East Midlands",
    "East of England",
    "London",
    "North East",
    "North West",
    "South East",
    "South West",
    "West Midlands",
    "Yorkshire and The Humber",
}
TYPES = {"County", "Unitary authority", "Metropolitan district", "London borough", "City corporation"}
NAME_KINDS = {"everyday", "district", "former authority", "town", "shared name", "code"}


def read_areas(folder: Path) -> Iterator[LocalArea]:
    """Yields the areas of `areas.csv`. Raises BadRow."""
    columns = ("gss_code", "name", "council", "region", "type")
    names = set()
    for row in read_rows(folder / "areas.csv", columns, key=("gss_code",)):
        if row.text("name") in names:
            raise row.bad("name", "is a duplicate")
        names.add(row.text("name"))
        code = row.text("gss_code")
        if not re.fullmatch(r"E(06|08|09|10)\d{6}", code):
            raise row.bad("gss_code", "is not a GSS code of an English council, such as E06000055")
        yield LocalArea(
            gss_code=code,
            name=row.text("name"),
            council=row.text("council"),
            region=row.choice("region", REGIONS),
            type=row.choice("type", TYPES),
        )


def read_area_names(folder: Path, codes: Collection[str]) -> Iterator[AreaName]:
    """Yields every further name of `area_names.csv`, one for each area it can mean. Raises BadRow."""
    for row in read_rows(folder / "area_names.csv", ("name", "kind", "areas"), key=("name",)):
        kind = row.choice("kind", NAME_KINDS)
        for code in _codes(row, codes):
            yield AreaName(name=row.text("name"), kind=kind, gss_code=code)


def read_places(path: Path, codes: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yields each name of a file with the columns name and areas, and the codes it can mean. Raises BadRow, BadFile."""
    for row in read_rows(path, ("name", "areas"), key=("name",)):
        yield row.text("name"), tuple(_codes(row, codes))


def _codes(row: Row, codes: Collection[str]) -> Iterator[str]:
    listed = row.text("areas").split("|")
    for code in listed:
        if listed.count(code) > 1:
            raise row.bad("areas", f"names {code} twice")
        if code not in codes:
            raise row.bad("areas", f"names {code}, which is not the GSS code of a known area")
        yield code
