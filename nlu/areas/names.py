"""Every name an area goes by, ready for looking up."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, field
from pathlib import Path

from knowledge.loading.areas import read_area_names, read_areas, read_places
from knowledge.loading.load import BUNDLED
from knowledge.models import LocalArea
from nlu.areas.looking_alike import one_slip_from, spellings
from nlu.text import key

LONDON = "E09"
INSIDE = frozenset({"district", "former authority", "town"})
"""Kinds of names that are places inside an area, not names of the area itself."""
SUFFIXES = (  # said after a name without changing which area is meant
    ("county", "council"),
    ("city", "council"),
    ("borough", "council"),
    ("district", "council"),
    ("metropolitan", "borough"),
    ("unitary", "authority"),
    ("local", "authority"),
    ("local", "area"),
    ("council",),
    ("borough",),
    ("county",),
    ("lea",),
)


@dataclass(frozen=True)
class Meaning:
    """What a name can mean: one area, several (a shared name), or a nation other than England.

    `place` is the proper spelling of a place that is not itself an area. `town` is set for names of `towns.csv`.
    """

    codes: tuple[str, ...] = ()
    nation: str | None = None
    official: bool = False
    place: str | None = None
    town: bool = False


@dataclass
class NameIndex:
    """Names by their plain words, with what they mean, and the kind of those that are ordinary words too.

    `counties` has, for the codes of a county, the areas beside it whose people write that county in their address.
    """

    meanings: dict[tuple[str, ...], Meaning] = field(default_factory=dict)
    ordinary: Mapping[str, str] = field(default_factory=dict)
    counties: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict)

    def add(self, name: str, meaning: Meaning) -> None:
        """Adds a name. An official name is never displaced by another use of the same words."""
        self.add_words(key(name), meaning)

    def add_words(self, words: tuple[str, ...], meaning: Meaning) -> None:
        """Adds a name by its plain words."""
        known = self.meanings.get(words)
        if known is None or (meaning.official and not known.official):
            self.meanings[words] = meaning

    @property
    def longest(self) -> int:
        """The number of words in the longest name."""
        return max(map(len, self.meanings))

    def to_json(self) -> dict:
        """The index as plain data, to be kept inside a trained model."""
        names = [[list(words), *astuple(meaning)] for words, meaning in self.meanings.items()]
        counties = [[codes, sorted(around)] for codes, around in self.counties.items()]
        return {"names": names, "ordinary": dict(self.ordinary), "counties": counties}

    @classmethod
    def from_json(cls, data: dict) -> NameIndex:
        """The index made from what `to_json` gave."""
        meanings = {tuple(words): Meaning(tuple(codes), *rest) for words, codes, *rest in data["names"]}
        counties = {tuple(codes): frozenset(around) for codes, around in data["counties"]}
        return cls(meanings, data["ordinary"], counties)


def read_names(folder: Path = BUNDLED) -> NameIndex:
    """Builds the index from the data files of `knowledge`. Raises BadRow or BadFile."""
    areas = list(read_areas(folder))
    by_code = {area.gss_code: area for area in areas}
    index = NameIndex(
        ordinary={row["name"].strip(): row["kind"].strip() for row in _rows(folder / "ordinary_words.csv")}
    )
    for area in areas:
        for name in (area.name, area.council, area.gss_code):
            index.add(name, Meaning((area.gss_code,), official=True))
    _add_further_names(index, folder, by_code)
    for row in _rows(folder / "outside_england.csv"):
        index.add(row["name"], Meaning(nation=row["nation"]))
    _add_towns(index, folder, by_code)
    for name, around in read_places(folder / "county_names.csv", by_code):
        index.counties[index.meanings[key(name)].codes] = frozenset(around)
    return index


def _add_further_names(index: NameIndex, folder: Path, areas: Mapping[str, LocalArea]) -> None:
    listed: dict[str, list[str]] = {}
    kinds: dict[str, str] = {}
    for row in read_area_names(folder, areas):
        listed.setdefault(row.name, []).append(row.gss_code)
        kinds[row.name] = row.kind
    for name, codes in listed.items():
        place = name if kinds[name] in INSIDE and not _is_part(name, codes, areas) else None
        index.add(name, Meaning(tuple(codes), place=place))
        boroughs = tuple(code for code in codes if code.startswith(LONDON))
        if boroughs and not name.startswith(LONDON) and len(boroughs) <= 2:
            index.add(f"London Borough of {name}", Meaning(boroughs))


def _add_towns(index: NameIndex, folder: Path, areas: Mapping[str, LocalArea]) -> None:
    """Towns come last and displace nothing: one with a district's name adds to what that can mean. One that is an
    area's name with a slip asks for both."""
    near = one_slip_from({key(area.name): code for code, area in areas.items()})
    for name, codes in read_places(folder / "towns.csv", areas):
        words = key(name)
        alike = near.get("".join(words))
        if alike and alike not in codes:
            codes = (*codes, alike)
        place = None if _is_part(name, codes, areas) else name
        for spelling in spellings(name):
            known = index.meanings.get(spelling)
            if known and known.place and set(known.codes) < set(codes):
                del index.meanings[spelling]
            index.add_words(spelling, Meaning(codes, place=place, town=True))


def _is_part(name: str, codes: tuple[str, ...] | list[str], areas: Mapping[str, LocalArea]) -> bool:
    """True when the area's own name says the place: Poole is in Bournemouth, Christchurch and Poole."""
    return len(codes) == 1 and set(key(name)) <= set(key(areas[codes[0]].name))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle)
