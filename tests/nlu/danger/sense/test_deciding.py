"""One decision from rules and sense."""

from __future__ import annotations

import pytest

from nlu.danger import Danger
from nlu.danger.sense import Sensed, decide
from nlu.danger.sense.weights import Weights

WEIGHTS = Weights(1, 1, 1, 1, 0, asks_meaning_from=-2, possible_from=0.2, sure_from=0.8)
NARROW, BROAD = Danger(("abuse",), "en"), Danger(("abuse",), "en", broad=True)


@pytest.mark.parametrize(
    ("ruled", "share", "kinds", "sure"),
    [
        (None, 0.9, ("missing",), True),
        (None, 0.5, ("missing",), False),
        (NARROW, 0.9, ("abuse",), True),
        (NARROW, 0.5, ("abuse",), True),
        (NARROW, 0.1, ("abuse",), False),
        (BROAD, 0.9, ("abuse",), True),
        (BROAD, 0.5, ("abuse",), False),
        (BROAD, 0.0, ("abuse",), False),
    ],
)
def test_rules_and_sense_make_one_decision(ruled, share, kinds, sure):
    """Help alone where both agree or the sense is sure; help and the answer where one of them doubts."""
    danger = decide(ruled, Sensed(share, ("missing",)), WEIGHTS)
    assert (danger.kinds, danger.sure) == (kinds, sure)


def test_neither_rule_nor_sense_is_no_danger():
    """What no rule finds and the sense thinks unlikely is not danger."""
    assert decide(None, Sensed(0.1, ("missing",)), WEIGHTS) is None


@pytest.mark.parametrize("sensed", [None, Sensed(0.0, ("missing",))])
def test_rules_of_other_languages_decide_alone(sensed):
    """The sense reads English only, so what a Polish rule finds is sure."""
    assert decide(Danger(("abuse",), "pl"), sensed, WEIGHTS).sure
    assert decide(NARROW, None, WEIGHTS).sure
