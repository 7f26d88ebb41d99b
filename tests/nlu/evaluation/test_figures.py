"""The figures over hand-made answers, worked out by hand."""

import json

import pytest

from nlu.evaluation.answers import Answered
from nlu.evaluation.figures import measure


def answered(topic: str, decision: str, *ranking: tuple[str, float]) -> Answered:
    """A question about `topic` that was ranked and decided so."""
    return Answered("some question", topic, ranking, decision, False)


RIGHT = answered("a.one", "answer", ("a.one", 0.9), ("a.two", 0.1))
RIGHT_AGAIN = answered("a.one", "answer", ("a.one", 0.7), ("a.two", 0.3))
OFFERED = answered("a.two", "clarify", ("a.one", 0.5), ("a.two", 0.4))
OFFERED_IN_VAIN = answered("a.two", "clarify", ("a.one", 0.5), ("a.three", 0.3), ("a.four", 0.1), ("a.two", 0.05))
WRONG = answered("a.three", "answer", ("a.one", 0.8), ("a.three", 0.2))
UNCLEAR = answered("a.one", "unclear", ("a.one", 0.1), ("a.two", 0.05))
DECLINED = answered("out_of_scope.other", "answer", ("out_of_scope.homework", 0.9), ("a.one", 0.1))
DECLINED_UNCLEAR = answered("out_of_scope.other", "unclear", ("a.one", 0.1), ("a.two", 0.05))
TAKEN_IN = answered("out_of_scope.other", "answer", ("a.one", 0.8), ("a.two", 0.1))
TAKEN_IN_OFFER = answered("out_of_scope.other", "clarify", ("a.one", 0.3), ("out_of_scope.other", 0.2))
INSIDE = (RIGHT, RIGHT_AGAIN, OFFERED, OFFERED_IN_VAIN, WRONG, UNCLEAR)
OUTSIDE = (DECLINED, DECLINED_UNCLEAR, TAKEN_IN, TAKEN_IN_OFFER)


@pytest.fixture(scope="module")
def figures():
    """The figures over six questions in scope and four out of scope."""
    return measure(INSIDE + OUTSIDE)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("questions", 10),
        ("accuracy_at_one", 3 / 6),
        ("accuracy_at_three", 5 / 6),
        ("answered_right", 2 / 6),
        ("right_or_offered", 3 / 6),
        ("confidently_wrong", 2 / 10),
        ("asked_back", 2 / 6),
        ("not_understood", 1 / 6),
        ("out_of_scope_declined", 2 / 4),
    ],
)
def test_shares(figures, name, value):
    """Each share is counted over the questions it is about: all, those in scope, or those out of scope."""
    assert getattr(figures, name) == pytest.approx(value)


def test_weakest_topics_come_first(figures):
    """Topics are listed with their share right and their number of questions, weakest first."""
    assert [row[1] for row in figures.weakest] == sorted(row[1] for row in figures.weakest)
    assert {topic: (right, count) for topic, right, count in figures.weakest} == {
        "a.one": (1, 3),
        "a.two": (0, 2),
        "a.three": (0, 1),
        "out_of_scope.other": (0.25, 4),
    }


def test_commonest_confusion_comes_first(figures):
    """Mistakes are counted by topic and what it was taken for, commonest first; right answers are none."""
    assert figures.confusions[0] == ("out_of_scope.other", "a.one", 3)
    assert set(figures.confusions) == {
        ("out_of_scope.other", "a.one", 3),
        ("a.two", "a.one", 2),
        ("a.three", "a.one", 1),
    }


def test_lists_are_kept_short():
    """No more than twelve topics and confusions are listed."""
    many = [answered(f"a.t{number}", "answer", ("a.one", 0.9)) for number in range(30)]
    figures = measure([*many, DECLINED])
    assert (len(figures.weakest), len(figures.confusions)) == (12, 12)


def test_calibration_by_band():
    """Within a band of confidence, the mean confidence said stands beside the share that was right."""
    figures = measure([RIGHT, DECLINED, WRONG, TAKEN_IN])
    assert figures.calibration == [
        (pytest.approx(0.8), 0, 2),
        (pytest.approx(0.9), 1, 2),
    ]
    assert figures.calibration_error == pytest.approx((2 * 0.8 + 2 * 0.1) / 4)


def test_full_confidence_belongs_to_the_last_band():
    """A confidence of exactly one shares the last band with 0.95."""
    certain = answered("a.one", "answer", ("a.one", 1.0))
    nearly = answered("a.one", "answer", ("a.one", 0.95))
    figures = measure([certain, nearly, DECLINED])
    assert [count for _, _, count in figures.calibration] == [3]


def test_a_perfect_reader():
    """When everything is right and certain, nothing is wrong, asked back or confused."""
    figures = measure(
        [answered("a.one", "answer", ("a.one", 1.0)), answered("out_of_scope.x", "answer", ("out_of_scope.x", 1.0))]
    )
    assert (figures.accuracy_at_one, figures.answered_right, figures.out_of_scope_declined) == (1, 1, 1)
    assert (figures.confidently_wrong, figures.asked_back, figures.calibration_error) == (0, 0, 0)
    assert figures.confusions == []


def test_figures_can_be_kept_as_json(figures):
    """The figures are plain data that survive being written and read."""
    kept = json.loads(json.dumps(figures.as_json()))
    assert kept["answered_right"] == figures.answered_right
    assert [tuple(row) for row in kept["confusions"]] == figures.confusions
