"""Looking postcodes up in the imported table."""

from __future__ import annotations

import pytest

from knowledge.database import sessions
from knowledge.postcodes import FOUND, UNAVAILABLE, UNKNOWN, PostcodeTable, read_district, read_full


@pytest.mark.parametrize(
    ("typed", "status", "areas", "nations"),
    [
        ("MK40 2TA", FOUND, ("E06000055",), ()),
        ("MK45 1AB", FOUND, ("E06000056",), ()),
        ("WD18 7AA", FOUND, ("E10000015",), ()),
        ("S1 2HH", FOUND, ("E08000019",), ()),
        ("CF10 1AA", FOUND, (), ("wales",)),
        ("SY10 1AB", FOUND, (), ("wales",)),
        ("WD18", FOUND, ("E10000015",), ()),
        ("MK45", FOUND, ("E06000056", "E06000055"), ()),
        ("SY10", FOUND, ("E06000051",), ("wales",)),
        ("SW1", FOUND, ("E09000033",), ()),
        ("SW1A", FOUND, ("E09000033",), ()),
        ("MK40 9ZZ", UNKNOWN, ("E06000055",), ()),
        ("MK45 9ZZ", UNKNOWN, ("E06000056", "E06000055"), ()),
        ("WD99 1AA", UNKNOWN, (), ()),
        ("WD99", UNKNOWN, (), ()),
    ],
)
def test_where_postcodes_are(table, typed, status, areas, nations):
    """A postcode gives its place; a district all of its places, most postcodes first; others are unknown."""
    found = table.find(read_full(typed) or read_district(typed))
    assert (found.status, found.codes, found.nations) == (status, areas, nations)


def test_without_a_table_nothing_can_be_looked_up(loaded_file):
    """Before an import every postcode is unavailable, not unknown."""
    empty = PostcodeTable(sessions(f"sqlite:///{loaded_file}"))
    assert empty.find(read_full("MK40 2TA")).status == UNAVAILABLE
