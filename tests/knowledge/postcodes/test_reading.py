"""Reading one postcode."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.postcodes import read_district, read_full
from knowledge.postcodes.reading import FORMS


@pytest.mark.parametrize(
    ("typed", "district", "inward"),
    [
        ("MK40 2TA", "MK40", "2TA"),
        ("mk402ta", "MK40", "2TA"),
        ("MK4 02TA", "MK40", "2TA"),
        ("mk40-2ta", "MK40", "2TA"),
        ("M1 1AE", "M1", "1AE"),
        ("SW1A1AA", "SW1A", "1AA"),
        ("ec1v 2nx", "EC1V", "2NX"),
        ("WDI8 7AA", "WD18", "7AA"),
        ("PO1 OAB", "PO1", "0AB"),
        ("P01 1AB", "PO1", "1AB"),
        ("S015 2AA", "SO15", "2AA"),
        ("MK4O 2TA", "MK40", "2TA"),
        ("ls1 lab", "LS1", "1AB"),
    ],
)
def test_full_postcodes_are_read_however_they_are_typed(typed, district, inward):
    """Case, spacing and certain slips of O and I do not matter."""
    found = read_full(typed)
    assert (found.district, found.inward) == (district, inward)


@pytest.mark.parametrize(
    "typed", ["", "E2E", "MK40", "MK40 2T", "MK40 2TAA", "AB12 CDE", "P45 1AA", "XX1 1AA", "M1 1AI", "E1 1CK", "B0 1AA"]
)
def test_what_is_no_postcode_is_not_read(typed):
    """Areas, numbers and letters that do not occur are refused."""
    assert read_full(typed) is None


@pytest.mark.parametrize(
    ("typed", "district"),
    [
        ("WD18", "WD18"),
        ("wd18", "WD18"),
        ("WDI8", "WD18"),
        ("mk 40", "MK40"),
        ("B12", "B12"),
        ("SW1A", "SW1A"),
        ("e1w", "E1W"),
    ],
)
def test_districts_are_read(typed, district):
    """A district in any case, with certain slips."""
    assert read_district(typed).district == district


@pytest.mark.parametrize(
    "typed", ["E2E", "EHC1", "SE1 4", "year 7", "KS2", "Y11", "P45", "BI", "SO", "B2B", "12", "A1", ""]
)
def test_what_looks_like_a_district_is_not_read(typed):
    """School words, half postcodes and plain words are no districts."""
    assert read_district(typed) is None


@given(
    st.sampled_from(FORMS["areas"].split()),
    st.integers(1, 99),
    st.integers(0, 9),
    st.text("ABDEFGHJLNPQRSTUWXYZ", min_size=2, max_size=2),
)
def test_every_well_formed_postcode_is_read_as_itself(area, number, sector, unit):
    """With or without its space, in small letters too, a postcode is never read as another."""
    outward, inward = f"{area}{number}", f"{sector}{unit}"
    for typed in (f"{outward} {inward}", f"{outward}{inward}".lower()):
        assert (read_full(typed).district, read_full(typed).inward) == (outward, inward)


@given(st.text(max_size=12))
def test_no_text_breaks_the_reader(text):
    """Any text is read as a postcode or as none."""
    found = read_full(text) or read_district(text)
    assert found is None or found.district


def test_a_postcode_does_not_show_itself():
    """Printed, logged or in an error, a full postcode shows its district only."""
    assert "2TA" not in f"{read_full('MK40 2TA')!r}{read_full('MK40 2TA')}"
