"""Words of a message in a form that can be compared."""

import pytest

from nlu.text import key, plain, words


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Kent", "kent"),
        ("LEEDS", "leeds"),
        ("Kent's", "kent"),
        ("Kent’s", "kent"),
        ("KENT'S", "kent"),
        ("don't", "dont"),
        ("B'ham", "bham"),
        ("café", "cafe"),
        ("&", "and"),
        ("7", "7"),
    ],
)
def test_plain_form(word, expected):
    """A word loses capitals, accents, apostrophes and a possessive s, and "&" is read as "and"."""
    assert plain(word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stoke-on-Trent", ("stoke", "on", "trent")),
        ("Stoke\u2011on\u2011Trent", ("stoke", "on", "trent")),
        ("St. Helens' report?!", ("st", "helens", "report")),
        ("Brighton&Hove", ("brighton", "and", "hove")),
        ("  what\tdid\nKent get  ", ("what", "did", "kent", "get")),
        ("snake_case", ("snake", "case")),
        ("E06000055", ("e06000055",)),
        ("", ()),
        ("👍 ... !", ()),
    ],
)
def test_key_of_a_text(text, expected):
    """Hyphens, spaces, underscores and punctuation separate words, and signs alone are no words."""
    assert key(text) == expected


def test_words_know_where_they_stand():
    """Each word says where it stands in the original text, as it was written there."""
    text = "Has Kent’s SEND—and Zoë's—been done?"
    found = words(text)
    assert [text[word.start : word.end] for word in found] == [
        "Has",
        "Kent’s",
        "SEND",
        "and",
        "Zoë's",
        "been",
        "done",
    ]
    assert [word.plain for word in found] == ["has", "kent", "send", "and", "zoe", "been", "done"]


def test_key_is_the_same_however_a_name_is_typed():
    """Capitals, hyphens, a full stop, double spaces and "&" make no difference to a name's key."""
    assert key("Southend-on-Sea") == key("SOUTHEND  on sea")
    assert key("St Helens") == key("st. helens")
    assert key("Telford & Wrekin") == key("Telford and Wrekin")
