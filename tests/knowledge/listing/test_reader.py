"""Reading which list a question asks for."""

from __future__ import annotations

import datetime as dt

import pytest

from knowledge.listing import Kind, ListQuery, Order
from knowledge.listing.period import Period, month, year

TODAY = dt.date(2026, 7, 1)


@pytest.fixture(scope="module")
def read(bundled_store):
    """Reads a question on 1 July 2026, with the real names of areas."""
    return lambda text: bundled_store.list_reader.read(text, TODAY)


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("which areas in the north east failed", ("North East",)),
        ("NE list", ("North East",)),
        ("how did yorkshire do", ("Yorkshire and The Humber",)),
        ("the midlands", ("East Midlands", "West Midlands")),
        ("up north", ("North East", "North West", "Yorkshire and The Humber")),
        ("down south", ("South East", "South West")),
        ("all the London boroughs", ("London",)),
        ("anyone in east anglia", ("East of England",)),
        ("south-west or south-east", ("South West", "South East")),
        ("north east lincolnshire and the east riding", ()),
        ("west yorkshire", ()),
        ("all of them", ()),
    ],
)
def test_regions(read, text, regions):
    """Regions are read by their official and loose names; the name of an area that holds one is no region."""
    assert read(text).regions == regions


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("who got the worst", (3,)),
        ("which ones failed", (3,)),
        ("widespread and/or systemic failings", (3,)),
        ("areas with priority action plans", (3,)),
        ("all the inconsistent ones", (2,)),
        ("the middle one", (2,)),
        ("typically positive", (1,)),
        ("who did well", (1,)),
        ("who didn't do well", (3,)),
        ("areas that are not good", (3,)),
        ("everywhere that got a 2", (2,)),
        ("outcome three", (3,)),
        ("the bottom one and the top one", (3, 1)),
        ("Middlesbrough", ()),
        ("latest reports", ()),
    ],
)
def test_outcomes(read, text, outcomes):
    """Outcomes are read by official words, everyday words and numbers; a "not" is seen."""
    assert read(text).outcomes == outcomes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("latest reports", Kind.FULL),
        ("which areas havent been inspected yet", Kind.NONE_YET),
        ("who's still waiting", Kind.NONE_YET),
        ("who has had a monitoring inspection", Kind.MONITORING),
        ("which areas are due next", Kind.DUE),
        ("areas due a monitoring visit", Kind.MONITORING_DUE),
        ("which areas are being inspected right now", Kind.NOW),
        ("which areas are failing right now", Kind.FULL),
    ],
)
def test_kinds(read, text, kind):
    """What is to be listed is read; "right now" beside an outcome means the newest outcomes."""
    assert read(text).kind is kind


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("newest first", Order.NEWEST),
        ("the first areas done", Order.OLDEST),
        ("a to z", Order.NAME),
        ("list", Order.NEWEST),
    ],
)
def test_orders(read, text, order):
    """The order is read; newest first when nothing is said."""
    assert read(text).order is order


@pytest.mark.parametrize(
    ("text", "period", "is_visited"),
    [
        ("reports published in 2024", year(2024), False),
        ("who was inspected in 2025", year(2025), True),
        ("areas inspected in 2025 and when the report came out", year(2025), True),
        ("inspections in march 2025", month(2025, 3), True),
        ("reports since january", Period(dt.date(2026, 1, 1)), False),
        ("what came out last month", month(2026, 6), False),
        ("latest", None, False),
    ],
)
def test_times(read, text, period, is_visited):
    """A time is about visits or reports, whichever word stands nearer."""
    query = read(text)
    assert (query.period, query.visited) == (period, is_visited)


@pytest.mark.parametrize(
    ("text", "most"),
    [("last five reports", 5), ("top 3", 3), ("newest 40", 10), ("outcome 3", None), ("the top one", None)],
)
def test_how_many(read, text, most):
    """A number after "last" or "top" says how many to show, never more than ten; an outcome's number does not."""
    assert read(text).most == most


def test_words_of_a_school_grade_are_noticed(read):
    """A question that ranks areas or uses a school grade is marked, so that the reply can say what outcomes are not."""
    assert read("the best areas").graded
    assert not read("areas with outcome 1").graded


def test_a_misspelt_place_is_spelt_right(bundled_store):
    """A place named with a slip is found; a name that is near none stays as it is."""
    reader = bundled_store.list_reader
    assert reader.spelt("yorkshre") == "Yorkshire"
    assert reader.is_region("Yorkshire")
    assert reader.spelt("qqqq") == "qqqq"


@pytest.mark.parametrize(
    "text", ["who failed in the north east since may 2025", "last 3", "areas due in 2027 a to z", "before 2024", ""]
)
def test_a_query_survives_a_slot(read, text):
    """A query kept as plain data and read again is the same, and holds no words of the person's."""
    query = read(text)
    assert ListQuery.from_json(query.as_json()) == query
