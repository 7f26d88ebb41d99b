"""Towns, city districts and villages: each leads to its area or asks, and no area is left without some."""

from collections import Counter

import pytest

from knowledge.errors import BadRow
from knowledge.loading.areas import read_places
from knowledge.loading.load import BUNDLED
from nlu.areas import read_names
from nlu.areas.evidence import KINDS
from nlu.text import key

FEWER_THAN_FIVE = {"City of London", "Isles of Scilly"}
REGIONS = 9


@pytest.fixture(scope="module")
def towns(areas) -> dict[str, set[str]]:
    """Every town on record with the codes it can mean."""
    return {name: set(codes) for name, codes in read_places(BUNDLED / "towns.csv", {a.gss_code for a in areas})}


@pytest.mark.parametrize("sentence", ["{}", "we live in {}", "we live in {} and want to know what it got"])
@pytest.mark.parametrize("change", [str, str.lower, lambda name: name.replace("-", " ").replace("'", "")])
def test_every_town_leads_to_its_areas(towns, finder, sentence, change):
    """Each town is found once, however it is written, with its areas and no area it has nothing to do with."""
    index = read_names()
    wrong = {}
    for name, codes in towns.items():
        if index.ordinary.get(key(name)[0]) and "and want" not in sentence and sentence != "{}":
            continue  # lower-case words are places in fewer sentences: see test_false_friends.py
        found = [set(mention.codes) for mention in finder.find(sentence.format(change(name)))]
        if len(found) != 1 or not codes <= found[0]:
            wrong[name] = found
    assert len(towns) >= 1300
    assert not {name: found for name, found in wrong.items() if not index.ordinary.get(key(name)[0])}


def test_a_town_adds_only_the_area_whose_name_it_resembles(towns):
    """A town means the areas of its row. One that is an area's name with a slip asks about that area as well."""
    meanings = read_names().meanings
    more = {name for name, codes in towns.items() if set(meanings[key(name.replace("'", ""))].codes) != codes}
    assert more <= {"Roydon", "Alford", "Radford", "Olton", "Alton", "Eling"}


def test_every_area_has_five_towns(towns, areas):
    """Every area can be reached from five towns or districts, but for two with hardly any."""
    counts = Counter(code for codes in towns.values() for code in codes)
    few = {area.name for area in areas if counts[area.gss_code] < 5}
    assert few <= FEWER_THAN_FIVE


def test_towns_are_spread_over_all_regions(towns, areas):
    """Each region has a hundred towns or more."""
    regions = {area.gss_code: area.region for area in areas}
    counts = Counter(region for codes in towns.values() for region in {regions[code] for code in codes})
    assert len(counts) == REGIONS
    assert min(counts.values()) >= 100


@pytest.mark.parametrize(
    ("name", "some"),
    [
        ("Newport", {"Isle of Wight", "Telford and Wrekin", "Essex"}),
        ("Ashford", {"Kent", "Surrey"}),
        ("Gillingham", {"Medway", "Dorset"}),
        ("Farnham", {"Surrey", "Dorset"}),
        ("Broughton", {"North Lincolnshire", "Lancashire"}),
        ("Wellington", {"Somerset", "Telford and Wrekin"}),
        ("Whitchurch", {"Shropshire", "Hampshire", "Bristol"}),
        ("Preston", {"Lancashire", "East Riding of Yorkshire"}),
        ("St Ives", {"Cornwall", "Cambridgeshire"}),
        ("Hayes", {"Hillingdon", "Bromley"}),
        ("Stratford", {"Newham", "Warwickshire"}),
        ("Yarmouth", {"Isle of Wight", "Norfolk"}),
    ],
)
def test_a_town_with_namesakes_asks(areas, codes_in, name, some):
    """A name that towns in several areas share gives all of them."""
    names = {area.gss_code: area.name for area in areas}
    (codes,) = codes_in(f"what did {name} get")
    assert some <= {names[code] for code in codes}


@pytest.mark.parametrize(
    ("town", "area"),
    [
        ("Kendal", "Westmorland and Furness"),
        ("Penrith", "Westmorland and Furness"),
        ("Keswick", "Cumberland"),
        ("Skipton", "North Yorkshire"),
        ("Yeovil", "Somerset"),
        ("Corby", "North Northamptonshire"),
        ("Brackley", "West Northamptonshire"),
        ("Aylesbury", "Buckinghamshire"),
        ("Weymouth", "Dorset"),
        ("Boscombe", "Bournemouth Christchurch and Poole"),
    ],
)
def test_reorganised_areas_have_their_new_council(areas, codes_in, town, area):
    """Towns of councils that were merged or split between 2019 and 2023 lead to the area of today."""
    names = {one.gss_code: one.name for one in areas}
    assert [[names[code] for code in codes] for codes in codes_in(f"what did {town} get")] == [[area]]


def test_every_kind_of_ordinary_word_is_known():
    """The kinds in ordinary_words.csv are those there are rules for."""
    assert set(read_names().ordinary.values()) <= KINDS


def test_a_town_of_an_unknown_area_is_refused(tmp_path):
    """A row that points at no known area is named with its line."""
    (tmp_path / "towns.csv").write_text("name,areas\nAtlantis,E06999999\n", encoding="utf-8")
    with pytest.raises(BadRow, match="E06999999"):
        list(read_places(tmp_path / "towns.csv", {"E10000016"}))
