"""All areas at a glance: what lists, page addresses and "which area is this?" need."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.models import AreaName, Inspection, LocalArea
from knowledge.partial_date import PartialDate


@dataclass(frozen=True)
class ListedArea:
    """One area with its newest outcome. `names` are the other names that mean it or a place in it."""

    code: str
    name: str
    council: str
    region: str
    slug: str
    names: tuple[str, ...] = ()
    outcome: int | None = None
    published: PartialDate | None = None


@dataclass(frozen=True)
class AreaIndex:
    """The areas in the order of their names."""

    areas: tuple[ListedArea, ...]
    _by_key: dict[str, ListedArea] = field(repr=False)

    def find(self, said: str) -> ListedArea | None:
        """The one area with this GSS code, name, council or other name; None when it is none or several."""
        return self._by_key.get(slug(said))

    def meant_by(self, said: str) -> tuple[ListedArea, ...]:
        """Every area that this GSS code, name, council or other name can mean: one, several or none."""
        found, wanted = self.find(said), slug(said)
        return (found,) if found else tuple(area for area in self.areas if wanted in _keys(area))

    def matching(self, words: str) -> tuple[ListedArea, ...]:
        """The areas in one of whose names a word begins with these letters, in order; all when there are none."""
        wanted = f"-{slug(words)}"
        return tuple(area for area in self.areas if any(wanted in f"-{key}" for key in _keys(area)))


def slug(name: str) -> str:
    """A name as it stands in a page address: "Stoke-on-Trent" is "stoke-on-trent"."""
    return re.sub("[^a-z0-9]+", "-", name.lower().replace("'", "").replace("’", "")).strip("-")


def read_area_index(session: Session) -> AreaIndex:
    """All areas in the database."""
    newest = dict(_newest_outcomes(session))
    names: dict[str, list[str]] = {}
    for name, code in session.execute(select(AreaName.name, AreaName.gss_code).order_by(AreaName.name)):
        names.setdefault(code, []).append(name)
    listed = tuple(
        ListedArea(
            area.gss_code,
            area.name,
            area.council,
            area.region,
            slug(area.name),
            tuple(names.get(area.gss_code, ())),
            *newest.get(area.gss_code, ()),
        )
        for area in session.scalars(select(LocalArea).order_by(LocalArea.name))
    )
    return AreaIndex(listed, _unambiguous(listed))


def _newest_outcomes(session: Session):
    full = select(Inspection.gss_code, Inspection.outcome, Inspection.published).where(
        Inspection.framework == 2023, Inspection.kind == "full"
    )
    for code, outcome, published in session.execute(full.order_by(Inspection.published)):
        yield code, (outcome, published)


def _unambiguous(areas: tuple[ListedArea, ...]) -> dict[str, ListedArea]:
    """Every key that means one area. An official name wins over another area's other name."""
    meant: dict[str, set[ListedArea]] = {}
    for area in areas:
        for key in _keys(area):
            meant.setdefault(key, set()).add(area)
    found = {key: next(iter(several)) for key, several in meant.items() if len(several) == 1}
    return {**found, **{area.slug: area for area in areas}, **{slug(area.code): area for area in areas}}


def _keys(area: ListedArea) -> tuple[str, ...]:
    return (slug(area.code), area.slug, slug(area.council), *map(slug, area.names))
