"""Packing a district's postcodes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.postcodes.packing import INWARD, DistrictBuilder, TwoPlaces, pack, unpack


@given(st.dictionaries(st.sampled_from(sorted(INWARD)), st.integers(1, 255), min_size=1, max_size=60))
def test_what_is_packed_can_be_unpacked(places):
    """Every postcode gives its own place back, and no other postcode is there."""
    builder = DistrictBuilder()
    for line, (inward, place) in enumerate(places.items()):
        builder.add(INWARD[inward], place, line)
    counts, units = pack(builder.cells())
    order = [number for number, _ in counts]
    assert {inward: order[unpack(units, inward)] for inward in places} == places
    assert all(unpack(units, inward) is None for inward in sorted(set(INWARD) - set(places))[:50])


def test_the_place_with_most_postcodes_comes_first():
    """Counts are given most first."""
    builder = DistrictBuilder()
    for number, place in enumerate((2, 1, 1)):
        builder.add(number, place, number)
    assert pack(builder.cells())[0] == [(1, 2), (2, 1)]


def test_one_postcode_in_two_places_is_refused():
    """The line of the second is named; the same place again is harmless."""
    builder = DistrictBuilder()
    builder.add(0, 1, 2)
    builder.add(0, 1, 3)
    builder.cells()
    builder.add(0, 2, 4)
    with pytest.raises(TwoPlaces) as error:
        builder.cells()
    assert error.value.line == 4


def test_an_inward_code_that_can_not_be_is_in_no_place():
    """Nonsense is unknown, not an error."""
    builder = DistrictBuilder()
    builder.add(0, 1, 2)
    assert unpack(pack(builder.cells())[1], "ZZZ") is None
