"""Names with a slip of the fingers: found, asked about or left alone, never another area."""

import pytest

from nlu.areas.names import Meaning
from nlu.areas.slips import SlipFinder, allowed_slips

KENT, LEEDS, LEWES = Meaning(("E10000016",), official=True), Meaning(("E08000035",), official=True), Meaning(("X",))


SENTENCES = ("what did {} get", "we live in {} and nobody told us about the survey", "{} council send report")


def with_one_slip(name: str) -> set[str]:
    """The name with each letter left out, doubled, or swapped with the next."""
    slips = set()
    for at, letter in enumerate(name):
        if letter.isalpha():
            slips |= {name[:at] + name[at + 1 :], name[:at] + letter + name[at:]}
            if name[at + 1 : at + 2].isalpha():
                slips.add(name[:at] + name[at + 1] + letter + name[at + 2 :])
    return slips - {name}


@pytest.fixture(scope="module")
def outcomes(areas, finder) -> dict[str, dict[str, list[str]]]:
    """For every slip in every official name, in sentences: how it ended, and what was found."""
    outcomes: dict[str, dict[str, list[str]]] = {"right": {}, "asked": {}, "nothing": {}, "another": {}}
    written_by = [(area, written) for area in areas for written in sorted(with_one_slip(area.name.lower()))]
    for area, written in written_by:
        for sentence in SENTENCES:
            text = sentence.format(written)
            found = finder.find(text)
            codes = {code for mention in found for code in mention.codes}
            if codes == {area.gss_code}:
                end = "right"
            elif area.gss_code in codes:
                end = "asked"
            else:
                end = "another" if found else "nothing"
            outcomes[end][text] = sorted(codes)
    return outcomes


@pytest.mark.xdist_group("slips")
def test_a_slip_is_never_silently_another_area(outcomes):
    """One letter left out, doubled or swapped never turns an area into another one."""
    for written, codes in outcomes["another"].items():
        print(f"{written!r} was taken for {codes}")
    assert not outcomes["another"]


@pytest.mark.xdist_group("slips")
def test_nine_slips_in_ten_are_found_right(outcomes):
    """At least 90 % of names with one slip are found as the right area and no other."""
    tried = sum(map(len, outcomes.values()))
    print({end: len(texts) for end, texts in outcomes.items()})
    assert tried > 4000
    assert len(outcomes["right"]) / tried >= 0.9


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("what did Bath North East Somerset get", "E06000066"),
        ("what did North East Somerset get", "E06000066"),
        ("what did West Essex get", "E10000032"),
        ("what did South Lincolnshire get", "E06000013"),
        ("what did North Tameside get", "E08000022"),
        ("what did North Gloucestershire get", "E06000025"),
        ("what did West Riding get", "E06000011"),
    ],
)
def test_another_point_of_the_compass_is_no_slip(codes_in, text, wrong):
    """A part of a county is not read as a neighbour whose name starts with another point of the compass."""
    assert (wrong,) not in codes_in(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("link to kents local offer please", "E10000016"),
        ("what was surreys result", "E10000030"),
        ("hackneys report", "E09000012"),
        ("is sloughs survey open", "E06000039"),
        ("sandwells action plan", "E08000028"),
        ("leedss report", "E08000035"),
    ],
)
def test_a_possessive_without_its_apostrophe_is_found(codes_in, text, code):
    """ "Kents local offer" is Kent's: most people leave the apostrophe out."""
    assert codes_in(text) == [(code,)]


@pytest.mark.parametrize(("length", "slips"), [(3, 0), (4, 0), (5, 1), (8, 1), (9, 2), (20, 2)])
def test_longer_names_may_hold_more_slips(length, slips):
    """A name shorter than five letters allows no slip, one shorter than nine allows one, any other two."""
    assert allowed_slips(length) == slips


@pytest.mark.parametrize("text", ["breading", "arrogate", "the cheater", "dessert", "what is the norm", "a battle"])
def test_an_ordinary_word_is_no_slip(finder, text):
    """An English word that is near a name is left alone."""
    assert finder.find(text) == []


def test_the_nearest_name_is_given_with_its_distance():
    """The names at the smallest distance are given, with how many slips away they are."""
    slips = SlipFinder({("leeds",): LEEDS, ("kent",): KENT}, ())
    assert slips.nearest("leads") == ([("leeds",)], 1)
    assert slips.nearest("ledes") == ([("leeds",)], 1)
    assert slips.nearest("paris") == ([], 0)


def test_two_names_as_near_are_both_given():
    """When two names are equally near, neither is preferred."""
    slips = SlipFinder({("barnes",): LEWES, ("barnet",): LEEDS}, ())
    names, distance = slips.nearest(["barnem"])
    assert (set(names), distance) == ({("barnes",), ("barnet",)}, 1)


def test_a_short_name_is_never_guessed():
    """A name of four letters is not looked for with slips, nor a name of five that is not official."""
    slips = SlipFinder({("kent",): KENT, ("lewes",): LEWES}, ())
    assert slips.nearest("kemt") == ([], 0)
    assert slips.nearest("lewas") == ([], 0)


def test_a_name_in_several_words_is_found_run_together():
    """A name of several words is compared as one run of letters, so a missing space is no matter."""
    name = ("milton", "keynes")
    assert SlipFinder({name: LEEDS}, ()).nearest("miltonkeyns") == ([name], 1)


def test_a_short_name_must_begin_right():
    """ "Alton" is a town, not Halton with its H lost; a longer name may lose its first letter."""
    slips = SlipFinder({("halton",): LEEDS, ("hounslow",): KENT}, ())
    assert slips.nearest("alton") == ([], 0)
    assert slips.nearest("ahlton") == ([("halton",)], 1)
    assert slips.nearest("ounslow") == ([("hounslow",)], 1)


@pytest.mark.parametrize(("word", "known"), [("leads", True), ("leefs", False), ("abc", True), ("abc1d", True)])
def test_what_counts_as_an_ordinary_word(word, known):
    """Words of the vocabulary, very short words and words with digits are never a slip."""
    assert SlipFinder({("leeds",): LEEDS}, ["leads"]).is_word(word) is known


def test_a_slip_in_an_ordinary_word_is_noticed():
    """A text as near to an ordinary word as to a name may be a slip in that word."""
    slips = SlipFinder({("leeds",): LEEDS}, ["needs"])
    assert slips.nearer_to_a_word("neads", 1)
    assert not slips.nearer_to_a_word("leexs", 1)
