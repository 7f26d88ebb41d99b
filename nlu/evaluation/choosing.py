"""Choosing the gate's bars on held-out questions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from nlu.evaluation.answers import Answered, gated
from nlu.evaluation.figures import Figures, measure
from nlu.topics.gate import Gate

MARGINS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4)
OFFERS = (0.1, 0.12, 0.15, 0.2)
WORTH_OFFERED = 0.75
COST_WRONG = 3.0
MOST_WRONG = 0.01
"""An answer offered among choices is worth three quarters of one given at once; a confident wrong
answer undoes three right ones: it can cost a family its chance to be heard. More than one in a hundred
is never taken where a gate can prevent it."""
BARS = (*(step / 50 for step in range(3, 43, 2)), *(step / 100 for step in range(86, 100)))
"""The bars of confidence tried: finer where most questions are."""


def worth(figures: Figures) -> float:
    """How good a gate is: the higher the better."""
    offered = figures.right_or_offered - figures.answered_right
    declined = figures.out_of_scope_declined
    return figures.answered_right + WORTH_OFFERED * offered - COST_WRONG * figures.confidently_wrong + declined / 4


def choose_gate(answers: Sequence[Answered]) -> Gate:
    """The gate with the highest worth over these answers, of those that are wrong seldom enough where there are any."""
    grid = (Gate(*bars) for bars in product(BARS, MARGINS, OFFERS) if _tells(*bars))
    measured = [(gate, measure(gated(answers, gate))) for gate in grid]
    seldom = [one for one in measured if one[1].confidently_wrong <= MOST_WRONG]
    return max(seldom or measured, key=lambda one: worth(one[1]))[0]


def _tells(answer_from: float, margin_from: float, offer_from: float) -> bool:
    """False for a gate that decides as another does: one sure enough leads by more than the margin anyway."""
    return offer_from <= answer_from and (margin_from == 0 or margin_from > 2 * answer_from - 1)
