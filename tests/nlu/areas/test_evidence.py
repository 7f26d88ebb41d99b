"""Names that are ordinary words too: a place only where they read as one."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "the hull of a boat",
        "a boat with a broken hull boat cover",
        "derby day",
        "help with reading age",
        "her surname is Kent",
        "mrs kent said",
        "Mr Bolton said no",
        "best value sale price",
        "good reading skills",
        "Reading support at school",
        "the bath is full",
        "he hates bath time",
        "he loves rugby",
        "barking mad",
        "the rutland panther",
        "bury my head in the sand",
        "IS MY CHILD READING OK",
        "a deal is a deal",
    ],
)
def test_a_false_friend_is_no_place(finder, text):
    """An ordinary word, a surname or another sense of a name is not taken for an area."""
    assert finder.find(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Reading", "E06000038"),
        ("reading", "E06000038"),
        ("is Reading any good", "E06000038"),
        ("what did reading get", "E06000038"),
        ("WHAT DID READING GET", "E06000038"),
        ("reading council", "E06000038"),
        ("I live near bath", "E06000022"),
        ("what about Bury", "E08000002"),
        ("bury borough", "E08000002"),
        ("what did hull get", "E06000010"),
        ("is derby any good", "E06000015"),
        ("compare bolton and bury", "E08000002"),
        ("has barking been inspected", "E09000002"),
    ],
)
def test_an_ordinary_word_used_as_a_place_is_found(codes_in, text, code):
    """Alone, led in, followed up or with a capital, an ordinary word is the place of that name."""
    assert codes_in(text)[-1] == (code,)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("what did the Rutland report say", "E06000017"),
        ("where is the derby report", "E06000015"),
        ("when was the hull inspection", "E06000010"),
    ],
)
def test_the_before_a_name_can_still_mean_the_place(codes_in, text, code):
    """ "The" before a name does not hide the place when a word about inspections follows."""
    assert codes_in(text) == [(code,)]


@pytest.mark.parametrize("text", ["my daughter was reading in Leeds", "my son is reading at a year 2 level in Leeds"])
def test_the_verb_reading_is_no_place(codes_in, text):
    """ "Reading" after "is" or "was" and before "in" or "at" is what a child does, not the town."""
    assert codes_in(text) == [("E08000035",)]
