"""Every name an area goes by, ready for looking up."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.loading.areas import read_area_names, read_areas
from knowledge.loading.load import BUNDLED
from nlu.text import key

LONDON = "E09"
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
    """What a name can mean: one area, several (a shared name), or a nation other than England."""

    codes: tuple[str, ...] = ()
    nation: str | None = None
    official: bool = False


@dataclass
class NameIndex:
    """Names by their plain words, with what they mean, and which of them are ordinary words too."""

    meanings: dict[tuple[str, ...], Meaning] = field(default_factory=dict)
    ordinary: frozenset[str] = frozenset()

    def add(self, name: str, meaning: Meaning) -> None:
        """Adds a name. An official name is never displaced by another use of the same words."""
        words = key(name)
        known = self.meanings.get(words)
        if known is None or (meaning.official and not known.official):
            self.meanings[words] = meaning

    @property
    def longest(self) -> int:
        """The number of words in the longest name."""
        return max(map(len, self.meanings))

    def to_json(self) -> dict:
        """The index as plain data, to be kept inside a trained model."""
        names = [[list(k), list(m.codes), m.nation, m.official] for k, m in self.meanings.items()]
        return {"names": names, "ordinary": sorted(self.ordinary)}

    @classmethod
    def from_json(cls, data: dict) -> NameIndex:
        """The index made from what `to_json` gave."""
        meanings = {tuple(k): Meaning(tuple(codes), nation, off) for k, codes, nation, off in data["names"]}
        return cls(meanings, frozenset(data["ordinary"]))


def read_names(folder: Path = BUNDLED) -> NameIndex:
    """Builds the index from the data files of `knowledge`. Raises BadRow or BadFile."""
    index = NameIndex(ordinary=frozenset(_column(folder / "ordinary_words.csv", "name")))
    areas = list(read_areas(folder))
    for area in areas:
        meaning = Meaning((area.gss_code,), official=True)
        for name in (area.name, area.council, area.gss_code):
            index.add(name, meaning)
    shared: dict[str, list[str]] = {}
    for row in read_area_names(folder, {area.gss_code for area in areas}):
        shared.setdefault(row.name, []).append(row.gss_code)
    for name, codes in shared.items():
        index.add(name, Meaning(tuple(codes)))
        boroughs = tuple(code for code in codes if code.startswith(LONDON))
        if boroughs and not name.startswith(LONDON) and len(boroughs) <= 2:
            index.add(f"London Borough of {name}", Meaning(boroughs))
    with (folder / "outside_england.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            index.add(row["name"], Meaning(nation=row["nation"]))
    return index


def _column(path: Path, name: str) -> Iterable[str]:
    with path.open(encoding="utf-8", newline="") as handle:
        return [row[name].strip() for row in csv.DictReader(handle)]
