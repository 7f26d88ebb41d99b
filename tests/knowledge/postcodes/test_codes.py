"""From the codes of the directory to our areas."""

from __future__ import annotations

import pytest

from knowledge.database import sessions
from knowledge.errors import BadRow
from knowledge.loading.load import BUNDLED
from knowledge.loading.rows import read_rows
from knowledge.models import AreaName
from knowledge.postcodes import UnknownCode, read_area_codes


@pytest.mark.parametrize(
    ("district", "county", "place"),
    [
        ("E06000055", "E99999999", "E06000055"),
        ("E09000033", "", "E09000033"),
        ("E07000103", "E10000015", "E10000015"),
        ("E08000038", "E99999999", "E08000016"),
        ("E08000039", "E99999999", "E08000019"),
        ("E07000026", "E10000006", "E06000063"),
        ("E07000031", "E10000006", "E06000064"),
        ("E07000048", "E10000009", "E06000058"),
        ("E07000050", "E10000009", "E06000059"),
        ("E07000165", "E10000023", "E06000065"),
        ("E07000007", "E10000002", "E06000060"),
        ("W06000015", "W99999999", "wales"),
        ("S12000036", "S99999999", "scotland"),
        ("N09000003", "N99999999", "northern_ireland"),
        ("L99999999", "L99999999", "crown_dependencies"),
        ("M99999999", "M99999999", "crown_dependencies"),
    ],
)
def test_codes_lead_to_areas_and_nations(codes, district, county, place):
    """Unitary codes stand for themselves, districts for their county, former codes for what they became."""
    assert codes.place(district, county) == place


@pytest.mark.parametrize(
    ("district", "county", "blamed"),
    [
        ("E06999999", "E99999999", "E06999999"),
        ("E07000103", "E99999999", "E99999999"),
        ("X12345678", "", "X12345678"),
        ("W6", "", "W6"),
        ("E07", "E10000015", "E07"),
        ("", "", ""),
    ],
)
def test_an_unknown_code_is_named(codes, district, county, blamed):
    """What leads to no area is refused with the code to blame."""
    with pytest.raises(UnknownCode) as error:
        codes.place(district, county)
    assert error.value.code == blamed


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Watford", "E10000015"),
        ("Bristol, City of", "E06000023"),
        ("Herefordshire, County of", "E06000019"),
        ("King's Lynn and West Norfolk", "E10000020"),
        ("Bournemouth, Christchurch and Poole", "E06000058"),
        ("St. Helens", "E08000013"),
        ("Kingston upon Hull, City of", "E06000010"),
        ("Southend-on-Sea", "E06000033"),
    ],
)
def test_official_names_lead_to_areas(codes, name, code):
    """Names as statisticians write them are understood."""
    assert codes.named(name) == code


def test_every_district_on_record_can_be_named(codes, loaded_file):
    """All 164 districts of two-tier counties lead to one area by name."""
    with sessions(f"sqlite:///{loaded_file}")() as session:
        districts = [row.name for row in session.query(AreaName).filter_by(kind="district")]
    assert len(districts) == 164
    assert {codes.named(name)[:3] for name in districts} == {"E10"}


def test_a_name_of_several_areas_is_refused(codes):
    """A shared name is no answer."""
    with pytest.raises(UnknownCode):
        codes.named("Bedfordshire")


def test_former_codes_lead_to_areas_on_record_only(codes):
    """Every row of the data file names an area there is, and no area is its own former code."""
    for row in read_rows(BUNDLED / "former_codes.csv", ("code", "name", "area"), key=("code",)):
        assert codes.place(row.text("area")) == row.text("area")
        assert codes.place(row.text("code")) == row.text("area") != row.text("code")


def test_a_former_code_twice_is_refused(loaded_file, tmp_path):
    """A repeated code in the data file stops with its line."""
    (tmp_path / "former_codes.csv").write_text("code,name,area\nE1,a,E06000055\nE1,b,E06000056\n", encoding="utf-8")
    with sessions(f"sqlite:///{loaded_file}")() as session, pytest.raises(BadRow, match="line 3"):
        read_area_codes(session, tmp_path)
