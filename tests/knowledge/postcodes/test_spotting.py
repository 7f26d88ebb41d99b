"""Finding postcodes in messages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.postcodes import spot


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MK40 2TA", ["MK40 2TA"]),
        ("mk402ta", ["mk402ta"]),
        ("has mk40 2ta been inspected", ["mk40 2ta"]),
        ("I'm at 5 Long Lane, MK40 2TA.", ["MK40 2TA"]),
        ("L1 1JA and M1 1AE", ["L1 1JA", "M1 1AE"]),
        ("MK 40 2TA", ["MK 40 2TA"]),
        ("my postcode is WDI8 7AA", ["WDI8 7AA"]),
        ("can you check PO1 OAB for me please today", ["PO1 OAB"]),
        ("MK4O 2TA is mine, what did we get", ["MK4O 2TA"]),
        ("B12 3RD", ["B12 3RD"]),
        ("postcode po1 oab", ["po1 oab"]),
    ],
)
def test_full_postcodes_are_found_anywhere(text, said):
    """A full postcode counts wherever it stands."""
    assert [text[one.start : one.end] for one in spot(text)] == said


@pytest.mark.parametrize(
    "text",
    [
        "wd18", "WD18?", "it's wd18", "in WD18 please", "i live in wd18", "what did they get in WD18",
        "the WD18 postcode", "postcode WDI8", "my post code starts with wd18", "has WD18 been inspected",
        "around the WD18 area", "near WD18, what is on",
    ],
)  # fmt: skip
def test_districts_alone_or_led_in_are_found(text):
    """A district counts when nothing else is said, or a word before or after it says what it is."""
    assert [one.postcode.written for one in spot(text)] == ["WD18"]


@pytest.mark.parametrize(
    "text",
    [
        "my son takes B12", "he is low in b12", "year 7", "in year 7", "E2E tests", "EHC1", "the EHC1 form", "SE1 4",
        "in SE1 4", "stuck on the M25", "near the M25", "level 2 in E10", "KS2 sats", "in KS2", "P45", "A1 size",
        "he takes b12 3rd time", "is m1 old", "12 year old", "AB12 CDE", "E06000055", "ask:area.outcome:E06000055",
        "2 TAs", "call 07700 900123", "so 5 3rd graders", "a 10 year old in y5", "I need an S3 in class", "hello",
    ],
)  # fmt: skip
def test_look_alikes_are_left_alone(text):
    """Vitamins, roads, years, forms and numbers are not taken for postcodes."""
    assert spot(text) == []


def test_a_look_alike_named_as_a_postcode_is_one():
    """After the word "postcode" even M25 is a district."""
    assert [one.postcode.written for one in spot("my postcode is M25, what did we get")] == ["M25"]


def test_several_districts_alone():
    """Two districts and nothing else are both found."""
    assert [one.postcode.written for one in spot("WD18 or WD19")] == ["WD18", "WD19"]


@given(st.text(max_size=80))
def test_no_text_breaks_spotting(text):
    """Whatever is typed, what is found lies inside the text, in order and apart."""
    ends = [0] + [edge for one in spot(text) for edge in (one.start, one.end)] + [len(text)]
    assert ends == sorted(ends)
