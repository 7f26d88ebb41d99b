"""The wording the classifier reads."""

import pytest

from nlu.areas import Mention
from nlu.topics.wording import ABROAD, AREA, NATION, as_area, masked


def mention(text: str, said: str, **more) -> Mention:
    """The place `said` where it stands in `text`."""
    start = text.index(said)
    return Mention(said, start, start + len(said), more.pop("codes", ("E10000016",)), **more)


def test_a_place_becomes_one_word():
    """A named area is replaced by the same word whatever its name, and the rest is left."""
    text = "what did Bath and North East Somerset get"
    assert masked(text, [mention(text, "Bath and North East Somerset")]).split() == [
        "what",
        "did",
        AREA.strip(),
        "get",
    ]


def test_the_same_question_about_two_areas_is_one_wording(finder):
    """ "Did Kent fail" and "did Luton fail" are one wording, so no topic is learned from a place."""
    wordings = {masked(text, finder.find(text)) for text in ("did Kent fail", "Did LUTON fail", "did lutn fail")}
    assert len(wordings) == 1


def test_several_places_are_all_replaced():
    """Replacing one place does not shift the others."""
    text = "Kent or Stoke-on-Trent or Leeds?"
    places = [mention(text, said) for said in ("Kent", "Stoke-on-Trent", "Leeds")]
    assert masked(text, places).split() == ["xareax", "or", "xareax", "or", "xareax", "?"]


def test_a_place_outside_england_has_a_word_of_its_own():
    """A nation is not masked as an area."""
    text = "is Cardiff inspected"
    assert masked(text, [mention(text, "Cardiff", codes=(), nation="wales")]) == f"is {NATION} inspected"


def test_another_country_has_a_word_of_its_own_too():
    """A country beyond these islands is masked neither as an area nor as Wales; both can be read as an area."""
    text = "does Spain or Wales inspect"
    places = [mention(text, "Spain", codes=(), nation="elsewhere"), mention(text, "Wales", codes=(), nation="wales")]
    assert masked(text, places) == f"does {ABROAD} or {NATION} inspect"
    assert as_area(masked(text, places)) == f"does {AREA} or {AREA} inspect"


def test_a_shared_name_is_masked_as_an_area():
    """A name that several areas share reads as an area."""
    text = "did Newcastle fail"
    assert masked(text, [mention(text, "Newcastle", codes=("E08000021", "E10000028"))]) == f"did {AREA} fail"


@pytest.mark.parametrize("text", ["What's Ofsted's view", "WHAT’S OFSTED’S VIEW", "what`s ofsted`s view"])
def test_case_and_apostrophes_are_dropped(text):
    """Capitals and the three signs used as apostrophes make no difference."""
    assert masked(text, []) == "whats ofsteds view"


def test_letters_that_grow_in_lower_case_shift_nothing():
    """A letter whose lower case is longer does not move the place that is masked."""
    text = "İİİ what did Kent get"
    assert masked(text, [mention(text, "Kent")]).split()[-3:] == ["did", "xareax", "get"]
