"""A choice can be typed as well as tapped."""

from __future__ import annotations

import pytest

from bot.engine.typed_choices import payload_typed

OFFERED = [
    ["When is the next visit?", "ask:one", "one"],
    ["Who can help me?", "ask:two", "two"],
    ["More", "ask:three", None],
]


@pytest.mark.parametrize(
    ("text", "payload"),
    [
        ("when is the next visit", "ask:one"),
        ("2", "ask:two"),
        ("number 3.", "ask:three"),
        ("the second one please", "ask:two"),
        ("last one", "ask:three"),
        ("4", None),
        ("the other one", None),
        ("yes", None),
        ("when is the next visit to Kent", None),
        ("I have 2 children", None),
    ],
)
def test_a_typed_choice_is_found(text, payload):
    """A title, a number or a place in the list names its choice; anything else names none."""
    assert payload_typed(text, OFFERED) == payload


def test_yes_takes_the_only_choice():
    """ "Yes" is an answer when there is one choice, and "the other one" when there are two."""
    assert payload_typed("yes please", OFFERED[:1]) == "ask:one"
    assert payload_typed("the other one", OFFERED[:2]) == "ask:two"


def test_nothing_offered_nothing_taken():
    """Without choices a number is just a number."""
    assert payload_typed("1", []) is None
