"""The whole assistant on questions that somebody wrote who had seen no example, and that were tried once."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from nlu.evaluation.answers import Answered, read_test_set
from nlu.evaluation.figures import Figures, measure
from tests.nlu.test_test_set_apart import near_copies, same

BLIND = Path(__file__).parents[2] / "blind_questions"
PAIRS = read_test_set(BLIND)


@pytest.fixture(scope="module")
def figures(agent) -> Figures:
    """The figures over all blind questions."""
    loop = asyncio.new_event_loop()
    try:
        return measure([loop.run_until_complete(_answered(agent, topic, question)) for topic, question in PAIRS])
    finally:
        loop.close()


async def _answered(agent, topic: str, question: str) -> Answered:
    first = (await agent.parse_message(question))["questions"][0]
    ranking = tuple((name, share) for name, share in first["ranking"])
    return Answered(question, topic, ranking, first["decision"], bool(first["areas"] or first["shared"]))


def test_the_bars_hold_on_questions_nobody_here_wrote(figures):
    """Right first 95 %, right or offered 99 %, confidently wrong at most 1 %, out of scope declined 95 %."""
    assert figures.questions > 400
    assert figures.accuracy_at_one >= 0.95
    assert figures.right_or_offered >= 0.99
    assert figures.confidently_wrong <= 0.01
    assert figures.out_of_scope_declined >= 0.95


def test_no_blind_question_is_learned_from(examples):
    """None is an example, nor nearly one."""
    learned = {same(question) for _, question in examples}
    asked = [question for _, question in PAIRS]
    assert not [question for question in asked if same(question) in learned]
    assert not near_copies(asked, [question for _, question in examples])
