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
"""An answer offered among choices is worth three quarters of one given at once; a confident wrong
answer undoes three right ones: it can cost a family its chance to be heard."""


def worth(figures: Figures) -> float:
    """How good a gate is: the higher the better."""
    offered = figures.right_or_offered - figures.answered_right
    declined = figures.out_of_scope_declined
    return figures.answered_right + WORTH_OFFERED * offered - COST_WRONG * figures.confidently_wrong + declined / 4


def choose_gate(answers: Sequence[Answered]) -> Gate:
    """The gate with the highest worth over these answers."""
    steps = [step / 50 for step in range(1, 50)]
    grid = (Gate(*bars) for bars in product(steps[2:49:2], MARGINS, OFFERS) if bars[2] <= bars[0])
    return max(grid, key=lambda gate: worth(measure(gated(answers, gate))))
