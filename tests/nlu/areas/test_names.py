"""The index of every name an area goes by."""

import json
import shutil

import pytest

from knowledge.errors import BadRow
from knowledge.loading.load import BUNDLED
from nlu.areas import NameIndex, read_names
from nlu.areas.names import Meaning
from nlu.text import key

FILES = (
    "areas.csv",
    "area_names.csv",
    "towns.csv",
    "county_names.csv",
    "ordinary_words.csv",
    "outside_england.csv",
)


@pytest.fixture(scope="module")
def index() -> NameIndex:
    """The index over the bundled data."""
    return read_names()


@pytest.fixture
def folder(tmp_path):
    """A copy of the data files the index is made from."""
    for name in FILES:
        shutil.copy(BUNDLED / name, tmp_path / name)
    return tmp_path


def test_every_area_is_official_under_three_names(index, areas):
    """All 153 areas are in the index by name, by council and by code, each as an official name of one area."""
    assert len(areas) == 153
    for area in areas:
        for name in (area.name, area.council, area.gss_code):
            assert index.meanings[key(name)] == Meaning((area.gss_code,), official=True), name


def test_every_further_name_has_its_codes(index, other_names):
    """Every further name means exactly the areas its row lists, and an official name is never displaced."""
    assert {name: set(index.meanings[key(name)].codes) for name in other_names} == other_names


def test_places_outside_england_have_a_nation_and_no_code(index):
    """A place outside England says which nation it is in and stands for no area."""
    assert index.meanings[("cardiff",)] == Meaning(nation="wales")
    assert index.meanings[("northern", "ireland")] == Meaning(nation="northern_ireland")
    assert index.meanings[("isle", "of", "man")] == Meaning(nation="isle_of_man")


def test_an_official_name_is_never_displaced():
    """Whatever the order of adding, the official use of the same words stays."""
    official, other = Meaning(("E06000055",), official=True), Meaning(("E10000016",))
    for order in ([official, other], [other, official]):
        index = NameIndex()
        for meaning in order:
            index.add("Bedford", meaning)
        assert index.meanings == {("bedford",): official}


def test_the_first_of_two_unofficial_uses_stays():
    """A name added twice without being official keeps its first meaning."""
    index = NameIndex()
    index.add("Cleveland", Meaning(("E06000001",)))
    index.add("cleveland", Meaning(nation="elsewhere"))
    assert index.meanings == {("cleveland",): Meaning(("E06000001",))}


def test_longest_counts_words():
    """`longest` is the number of words in the longest name, "&" counted as a word."""
    index = NameIndex()
    index.add("Kent", Meaning(("E10000016",)))
    index.add("Bath & North East Somerset", Meaning(("E06000022",)))
    assert index.longest == 5


def test_the_index_survives_json(index):
    """An index written into a trained model and read back is the same index."""
    assert NameIndex.from_json(json.loads(json.dumps(index.to_json()))) == index


def test_ordinary_words_are_read(index):
    """Names that are ordinary words too are marked as such, and other names are not."""
    assert {"reading", "bath", "bury", "sale"} <= index.ordinary.keys()
    assert not {"kent", "leeds", "luton"} & index.ordinary.keys()


def test_a_name_of_an_unknown_area_is_refused(folder):
    """A further name that points at no known area stops the building of the index."""
    with (folder / "area_names.csv").open("a", encoding="utf-8") as handle:
        handle.write("Atlantis,everyday,E06999999\n")
    with pytest.raises(BadRow, match="E06999999"):
        read_names(folder)


def test_a_new_everyday_name_needs_no_code(folder):
    """A line added to the data file is enough for a new name to be known."""
    with (folder / "area_names.csv").open("a", encoding="utf-8") as handle:
        handle.write("Little Nowhere,everyday,E09000014\n")
    assert read_names(folder).meanings[("little", "nowhere")].codes == ("E09000014",)
