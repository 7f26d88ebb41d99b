"""Small postcode directories in the form of the real one, for tests of several rooms."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bot.bench.made_directory import HEADER, row

COUNTIES = {"E07000103": "E10000015", "E07000111": "E10000016"}
"""The county of each two-tier district used here: Watford in Hertfordshire, Sevenoaks in Kent."""

COUNTRIES = {"E": "E92000001", "W": "W92000004", "S": "S92000003", "N": "N92000002"}

ROWS = (
    ("MK40 2TA", "E06000055"),
    ("MK40 2TB", "E06000055"),
    ("MK45 1AA", "E06000055"),
    ("MK45 1AB", "E06000056"),
    ("MK45 1AD", "E06000056"),
    ("WD18 7AA", "E07000103"),
    ("SY10 1AA", "E06000051"),
    ("SY10 1AB", "W06000023"),
    ("CF10 1AA", "W06000015"),
    ("NE1 4ST", "E08000021"),
    ("S1 2HH", "E08000039"),
    ("SW1A 1AA", "E09000033"),
    ("SW1W 0NY", "E09000033"),
    ("B12 3RD", "E08000025"),
)
"""Bedford, MK45 of two areas, Watford, a district on the border, Cardiff, Newcastle, Sheffield, London, Birmingham."""


def lines(rows: Iterable[tuple[str, str]] = ROWS) -> list[str]:
    """The lines of a directory with these postcodes and the codes of their district or unitary."""
    made = [
        row(postcode, code, COUNTIES.get(code, f"{code[:1] or 'E'}99999999"), COUNTRIES.get(code[:1], ""))
        for postcode, code in rows
    ]
    return [HEADER, *made]


def write_directory(path: Path, rows: Iterable[tuple[str, str]] = ROWS) -> Path:
    """Writes a directory and returns its path."""
    path.write_text("\r\n".join(lines(rows)) + "\r\n", encoding="utf-8")
    return path
