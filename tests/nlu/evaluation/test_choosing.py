"""Choosing the gate on hand-made answers where the best gate is known."""

from dataclasses import replace

import pytest

from nlu.evaluation.answers import Answered, gated
from nlu.evaluation.choosing import COST_WRONG, WORTH_OFFERED, choose_gate, worth
from nlu.evaluation.figures import measure


def answered(topic: str, *ranking: tuple[str, float]) -> Answered:
    """A question about `topic` that was ranked so, not decided yet."""
    return Answered("some question", topic, ranking, "", False)


RIGHT = answered("a.one", ("a.one", 0.55), ("a.two", 0.2))
DECLINED = answered("out_of_scope.other", ("out_of_scope.other", 0.55), ("a.one", 0.2))
SURE_WRONG = answered("a.two", ("a.one", 0.3), ("a.two", 0.02))
TIED_WRONG = answered("a.two", ("a.one", 0.48), ("a.two", 0.45))
NOISE = answered("out_of_scope.other", ("a.one", 0.05), ("a.two", 0.01))


def decisions(*answers: Answered) -> list[str]:
    """What the gate chosen on these answers decides for them."""
    return [one.decision for one in gated(answers, choose_gate(answers))]


def test_right_answers_are_given():
    """Where every first topic is right, the chosen gate answers everything."""
    unsure = answered("a.one", ("a.one", 0.1), ("a.two", 0.09))
    assert decisions(RIGHT, unsure, DECLINED) == ["answer", "answer", "answer"]


def test_wrong_answers_of_low_confidence_are_kept_back():
    """Where low confidence goes with mistakes, the chosen gate answers above it only."""
    assert decisions(RIGHT, RIGHT, SURE_WRONG, DECLINED) == ["answer", "answer", "clarify", "answer"]


def test_close_calls_become_choices():
    """Where a small lead goes with mistakes, the chosen gate offers both topics instead of one answer."""
    surer = answered("a.one", ("a.one", 0.47), ("a.two", 0.1))
    assert decisions(surer, surer, TIED_WRONG, DECLINED) == ["answer", "answer", "clarify", "answer"]


def test_noise_out_of_scope_is_declined():
    """Where only out-of-scope questions have next to no confidence, the chosen gate offers nothing for them."""
    assert decisions(RIGHT, RIGHT, DECLINED, NOISE) == ["answer", "answer", "answer", "unclear"]


def test_one_mistake_in_fifty_is_too_many():
    """A gate that is confidently wrong more than once in a hundred is not taken, though it answers more."""
    sure = answered("a.one", ("a.one", 0.9), ("a.two", 0.01))
    unsure, wrong = answered("a.one", ("a.one", 0.6), ("a.two", 0.3)), answered("a.two", ("a.one", 0.6), ("a.two", 0.3))
    answers = [*[sure] * 60, *[unsure] * 38, wrong, wrong, DECLINED]
    found = measure(gated(answers, choose_gate(answers)))
    assert found.confidently_wrong == 0
    assert found.answered_right == pytest.approx(0.6)


@pytest.mark.parametrize("answers", [(RIGHT, DECLINED), (SURE_WRONG, DECLINED), (RIGHT, TIED_WRONG, NOISE)])
def test_a_chosen_gate_is_in_order(answers):
    """A chosen gate never offers later than it answers."""
    gate = choose_gate(answers)
    assert gate.offer_from <= gate.answer_from


def test_choosing_again_gives_the_same():
    """The choice depends on the answers only, not on their order."""
    answers = [RIGHT, RIGHT, SURE_WRONG, TIED_WRONG, DECLINED, NOISE]
    assert choose_gate(answers) == choose_gate(answers[::-1])


def test_worth_adds_up():
    """Worth is answers given, 3/4 of those offered and 1/4 of those declined, less three times those wrong."""
    figures = replace(
        measure([replace(RIGHT, decision="answer"), replace(DECLINED, decision="answer")]),
        answered_right=0.5,
        right_or_offered=0.7,
        confidently_wrong=0.1,
        out_of_scope_declined=0.8,
    )
    assert (WORTH_OFFERED, COST_WRONG) == (0.75, 3.0)
    assert worth(figures) == pytest.approx(0.5 + 0.15 - 0.3 + 0.2)


def test_a_confident_mistake_costs_more_than_a_question_back():
    """A reader that asks back is worth more than one that answers wrong, and less than one that answers right."""
    given, offered = replace(RIGHT, decision="answer"), replace(RIGHT, decision="clarify")
    wrong, declined = replace(SURE_WRONG, decision="answer"), replace(DECLINED, decision="answer")
    right, back, mistaken = (worth(measure([one, declined])) for one in (given, offered, wrong))
    assert right > back > mistaken
