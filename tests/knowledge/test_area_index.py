"""All areas at a glance."""

from __future__ import annotations

import pytest

from knowledge.area_index import AreaIndex, slug
from knowledge.database import sessions
from knowledge.store import KnowledgeStore


@pytest.fixture(scope="module")
def index(loaded_file) -> AreaIndex:
    """The index of the bundled areas."""
    return KnowledgeStore("", sessions(f"sqlite:///{loaded_file}")).area_index()


def test_every_area_has_an_address_of_its_own(index):
    """The 153 areas have 153 addresses, in order of their names, and each address finds its area."""
    assert len({area.slug for area in index.areas}) == len(index.areas) == 153
    assert [area.name for area in index.areas] == sorted(area.name for area in index.areas)
    assert all(index.find(area.slug) is area and index.find(area.code) is area for area in index.areas)


def test_an_official_name_wins(index):
    """Every official name means its own area, whatever else it names elsewhere."""
    assert all(index.find(area.name) is area for area in index.areas)


@pytest.mark.parametrize("said", ["", " ", "Atlantis", "Newcastle", "Bedfordshire", "%", "<script>"])
def test_a_name_of_none_or_several_finds_none(index, said):
    """What is no name, or a shared one, is never taken for an area."""
    assert index.find(said) is None


def test_outcomes_are_the_newest(index):
    """Each area comes with its newest outcome under the framework of 2023, or none."""
    assert (index.find("Bedford").outcome, index.find("Bedford").published.iso) == (1, "2025-02-04")
    assert index.find("Kent").outcome is None


def test_matching_goes_by_the_beginnings_of_words(index):
    """A few letters find the areas one of whose names has a word that begins so."""
    assert "Stoke-on-Trent" in [area.name for area in index.matching("tren")]
    assert index.matching("rent") == tuple(area for area in index.matching("rent") if "rent" in str(area).lower())
    assert index.matching("") == index.areas


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Stoke-on-Trent", "stoke-on-trent"), ("King's Lynn", "kings-lynn"), ("Bath & North  East", "bath-north-east")],
)
def test_slug(name, expected):
    """A name becomes small letters with hyphens."""
    assert slug(name) == expected
