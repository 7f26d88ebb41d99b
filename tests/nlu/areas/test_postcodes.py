"""What was found of postcodes, as mentions of places."""

from __future__ import annotations

import pytest

from nlu.areas import Mention
from nlu.areas.postcodes import BORDER, METADATA, SPANS, joined, postcode_mentions


def found(status: str = "found", codes: tuple = (), nations: tuple = (), start: int = 0) -> dict:
    """What the guard says of a postcode in MK45."""
    place = {"status": status, "codes": list(codes), "nations": list(nations)}
    return {"district": "MK45", "start": start, "end": start + 10, **place}


@pytest.mark.parametrize(
    ("what", "codes", "nation", "unsure"),
    [
        (found(codes=("E1",)), ("E1",), None, None),
        (found(codes=("E1", "E2")), ("E1", "E2"), None, SPANS),
        (found(codes=("E1",), nations=("wales",)), ("E1",), None, BORDER),
        (found(nations=("wales",)), (), "wales", None),
        (found("unknown", nations=("wales",)), (), "wales", None),
        (found("unknown", codes=("E1",)), ("E1",), None, "unknown"),
        (found("unknown"), (), None, "unknown"),
        (found("unavailable"), (), None, "unavailable"),
    ],
)
def test_what_is_found_becomes_a_mention(what, codes, nation, unsure):
    """One area is sure; several, a border, unknown and unavailable must be asked about."""
    (mention,) = postcode_mentions({METADATA: [what]})
    assert (mention.said, mention.codes, mention.nation, mention.unsure) == ("MK45", codes, nation, unsure)


@pytest.mark.parametrize("metadata", [None, {}, {METADATA: ()}])
def test_without_postcodes_there_are_no_mentions(metadata):
    """Most messages hold none."""
    assert postcode_mentions(metadata) == []


def name(*codes: str, start: int = 20) -> Mention:
    """A name in the text."""
    return Mention("Bedford", start, start + 7, codes)


@pytest.mark.parametrize(
    ("named", "postcode", "left"),
    [
        (name("E1", "E2"), found(codes=("E2",)), ["MK45"]),
        (name("E1"), found(codes=("E1", "E2")), ["Bedford"]),
        (name("E1"), found("unavailable"), ["Bedford"]),
        (name("E3"), found(codes=("E1", "E2")), ["MK45", "Bedford"]),
        (name("E1"), found(codes=("E2",)), ["MK45", "Bedford"]),
        (name("E1", start=5), found(codes=("E2",)), ["MK45"]),
    ],
)
def test_the_surer_of_name_and_postcode_settles_the_other(named, postcode, left):
    """What says less is dropped where the other says which; what contradicts stays; a name inside a mark goes."""
    assert [mention.said for mention in joined([named], postcode_mentions({METADATA: [postcode]}))] == left
