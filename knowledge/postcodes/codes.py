"""From the GSS codes of the postcode directory to our areas: unitary as they are, districts through their county."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.errors import KnowledgeError
from knowledge.loading.load import BUNDLED
from knowledge.loading.rows import read_rows
from knowledge.models import AreaName, LocalArea

DISTRICT, COUNTY = "district", "county"
NATIONS = {
    "W": "wales",
    "S": "scotland",
    "N": "northern_ireland",
    "L": "crown_dependencies",
    "M": "crown_dependencies",
}
"""The nation by the first letter of a GSS code. England is told area by area."""

ENGLAND = "E"
_TWO_TIER = "E07"
_CODE = re.compile(r"[A-Z]\d{8}")
_WRITTEN_AFTER = re.compile(r", (?:City|County) of$", re.IGNORECASE)


class UnknownCode(KnowledgeError, LookupError):
    """A GSS code that is no area of ours, none that became one, and of no other nation."""

    def __init__(self, which: str, code: str):
        self.which, self.code = which, code
        super().__init__(
            f"'{code}' ({which}) is not the GSS code of a known area. When councils have changed, "
            "add it to knowledge/data/former_codes.csv with the area it belongs to."
        )


class AreaCodes:
    """Which area, or which other nation, a council's GSS code or name belongs to.

    `current` are the codes of our areas, `former` the area by each other code, `named` the area by name.
    """

    def __init__(self, current: Collection[str], former: Mapping[str, str], named: Iterable[tuple[str, str]] = ()):
        still_there = {old: new for old, new in former.items() if new in current}
        self._areas = {**still_there, **{code: code for code in current}}
        self._named: dict[str, set[str]] = {}
        for name, code in named:
            self._named.setdefault(_plain(name), set()).add(code)

    def place(self, district: str, county: str = "") -> str:
        """The area's GSS code, or the nation ("wales"), of a district or unitary code and its county's code.

        Raises UnknownCode with the code that is to blame.
        """
        known = self._areas.get(district)
        if known:
            return known
        if _CODE.fullmatch(district) and district[0] in NATIONS:
            return NATIONS[district[0]]
        if not district.startswith(_TWO_TIER) or not _CODE.fullmatch(district):
            raise UnknownCode(DISTRICT, district)
        known = self._areas.get(county)
        if known is None:
            raise UnknownCode(COUNTY, county)
        return known

    def named(self, name: str) -> str:
        """The GSS code of the area that a council or district of this official name is in. Raises UnknownCode."""
        found = self._named.get(_plain(_WRITTEN_AFTER.sub("", name)), set())
        if len(found) != 1:
            raise UnknownCode(DISTRICT, name)
        return next(iter(found))


def read_area_codes(session: Session, folder: Path = BUNDLED) -> AreaCodes:
    """The codes and names of the areas on record, with the former codes of `former_codes.csv`. Raises BadRow."""
    current = dict(session.execute(select(LocalArea.gss_code, LocalArea.name)).all())
    rows = read_rows(folder / "former_codes.csv", ("code", "name", "area"), key=("code",))
    former = {row.text("code"): row.text("area") for row in rows}
    names = session.execute(select(AreaName.name, AreaName.gss_code)).all()
    return AreaCodes(current, former, [*((name, code) for code, name in current.items()), *names])


def is_area(place: str) -> bool:
    """True for the GSS code of an area, False for the name of a nation."""
    return place.startswith(ENGLAND)


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^a-z ]", "", name.lower().replace("&", "and").replace("-", " ")).split())
