"""Finding areas: by every name they go by, longest name first, and never a guess."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

SENTENCES = (
    "{}",
    "what did {} get",
    "is the survey open in {}?",
    "{} send inspection result please",
    "hi im a mum of three and my youngest has an ehcp that is never followed we moved to {} last year and nobody there "
    "tells us anything so how did they do when the inspectors came",
)
WRITINGS = {
    "official name": lambda area: area.name,
    "council": lambda area: area.council,
    "lower case": lambda area: area.name.lower(),
    "council in lower case": lambda area: area.council.lower(),
    "capitals": lambda area: area.name.upper(),
    "no punctuation": lambda area: re.sub("[^a-z0-9 ]", "", area.council.lower()),
    "without hyphens": lambda area: area.name.replace("-", " "),
    "ampersand": lambda area: area.name.replace(" and ", " & "),
    "ampersand in the council": lambda area: area.council.replace(" and ", " & "),
    "possessive": lambda area: area.name + "'s",
    "curly possessive": lambda area: area.name + "’s",
    "code": lambda area: area.gss_code,
}
PIECES = "Kent reading Newcastle Cardiff St. Helens' Bath and North East Somerset barnsly the of & ? , - 7 in".split()


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("writing", WRITINGS)
def test_every_area_is_found(areas, codes_in, sentence, writing):
    """Each of the 153 areas, however written, is found as that one area and nothing else."""
    texts = {sentence.format(WRITINGS[writing](area)): [(area.gss_code,)] for area in areas}
    found = {text: codes_in(text) for text in texts}
    assert len(found) == 153
    assert not {text: codes for text, codes in found.items() if codes != texts[text]}


@pytest.mark.parametrize("sentence", [*SENTENCES[:3], SENTENCES[4]])
@pytest.mark.parametrize("change", [str, str.lower, str.upper, lambda name: name.replace("-", " ")])
def test_every_further_name_is_found(other_names, codes_in, sentence, change):
    """Each name of area_names.csv is found once and gives exactly its codes."""
    texts = {sentence.format(change(name)): [codes] for name, codes in other_names.items()}
    found = {text: [set(codes) for codes in codes_in(text)] for text in texts}
    assert len(other_names) > 400
    assert not {text: codes for text, codes in found.items() if codes != texts[text]}


@pytest.mark.parametrize(
    ("name", "code", "not_code"),
    [
        ("Bath and North East Somerset", "E06000022", "E06000066"),
        ("North Somerset", "E06000024", "E06000066"),
        ("Newcastle-under-Lyme", "E10000028", "E08000021"),
        ("Newcastle upon Tyne", "E08000021", "E10000028"),
        ("City of London", "E09000001", "E09000002"),
        ("Derbyshire Dales", "E10000007", "E06000015"),
        ("Kingston upon Hull", "E06000010", "E09000021"),
        ("North Yorkshire", "E06000065", "E06000014"),
    ],
)
def test_the_longest_name_wins(codes_in, name, code, not_code):
    """A long name is never cut down to a shorter one inside it."""
    assert codes_in(f"what did {name} get") == [(code,)]
    assert not_code not in codes_in(name)[0]


@pytest.mark.parametrize(
    ("name", "some"),
    [
        ("Newcastle", {"E08000021", "E10000028"}),
        ("richmond", {"E09000027", "E06000065"}),
        ("Kingston", {"E09000021", "E06000010"}),
        ("Cumbria", {"E06000063", "E06000064"}),
        ("Northants", {"E06000061", "E06000062"}),
    ],
)
def test_a_shared_name_gives_several_codes(codes_in, name, some):
    """A name that several areas share gives all of them, so that the family is asked which."""
    (codes,) = codes_in(f"has {name} been inspected")
    assert set(codes) == some


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("compare Leeds and Bradford", ["E08000035", "E08000032"]),
        ("did Kent do better than Medway?", ["E10000016", "E06000035"]),
        ("derby vs derbyshire", ["E06000015", "E10000007"]),
        ("Hertfordshire Herefordshire", ["E10000015", "E06000019"]),
        ("is bristol or south glos better", ["E06000023", "E06000025"]),
        ("barnsly or roterham", ["E08000016", "E08000018"]),
    ],
)
def test_two_areas_in_one_message(codes_in, text, codes):
    """Two areas named in one message are both found, in the order they were named."""
    assert codes_in(text) == [(code,) for code in codes]


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("what did Cardiff get", "wales"),
        ("edinburgh", "scotland"),
        ("is Belfast covered?", "northern_ireland"),
        ("we live in Jersey", "jersey"),
        ("moving from Dublin", "ireland"),
        ("COUNTY DOWN", "northern_ireland"),
    ],
)
def test_a_place_outside_england_is_recognised(finder, text, nation):
    """A place outside England is found with its nation and without any area."""
    (mention,) = finder.find(text)
    assert (mention.codes, mention.nation) == ((), nation)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("what did Kent County Council get", "Kent County Council"),
        ("has Leeds city council been done", "Leeds city council"),
        ("Bury borough result", "Bury borough"),
        ("Luton local authority", "Luton local authority"),
        ("kent cheese", "kent"),
    ],
)
def test_a_suffix_belongs_to_the_name(finder, text, said):
    """ "Council", "borough" and the like after a name are part of what was said, other words are not."""
    assert [mention.said for mention in finder.find(text)] == [said]


def test_a_mention_says_whether_it_was_spelt_right(finder):
    """A name spelt right is exact; a name with a slip is not, so that the reply can say how it was read."""
    assert [mention.exact for mention in finder.find("Barnsley or roterham")] == [True, False]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("we live in Sutton Coldfield", "E09000029"),
        ("we live in Bury St Edmunds", "E08000002"),
        ("we live in Chester-le-Street", "E06000050"),
        ("we live in Bradford on Avon", "E08000032"),
        ("my cousin in New York", "E06000014"),
    ],
)
def test_a_longer_place_is_not_the_area_it_begins_like(codes_in, text, wrong):
    """A town elsewhere whose name holds an area's name is not silently that area."""
    assert (wrong,) not in codes_in(text)


@pytest.mark.parametrize("borough", ["Richmond", "Kingston", "Hammersmith", "Barking"])
def test_london_borough_of_is_not_all_of_london(finder, borough):
    """ "London Borough of" before a short name is part of that name, not a question about all of London."""
    (mention,) = finder.find(f"what did the London Borough of {borough} get")
    assert len(mention.codes) <= 2


@settings(derandomize=True, deadline=None, max_examples=150)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_mentions_stand_in_order_without_overlap(finder, pieces):
    """Whatever is written, each mention is a piece of the text, means something, and follows the one before."""
    text = " ".join(pieces)
    found = finder.find(text)
    assert all(mention.said == text[mention.start : mention.end] for mention in found)
    assert all(bool(mention.codes) != bool(mention.nation) for mention in found)
    assert all(one.end <= following.start for one, following in pairwise(found))
