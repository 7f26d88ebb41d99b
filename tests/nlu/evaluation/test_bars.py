"""The floor under understanding."""

from __future__ import annotations

from nlu.evaluation.bars import missed
from nlu.evaluation.figures import measure
from tests.nlu.evaluation.test_answers import answered

BARS = "at_least: {accuracy_at_one: 0.6}\nat_most: {confidently_wrong: 0.3}\n"


def test_a_missed_bar_is_named_with_both_values(tmp_path):
    """Each figure on the wrong side of its bar is said, with the figure and the bar; others are not."""
    path = tmp_path / "bars.yml"
    path.write_text(BARS)
    right = answered("a.one", ("a.one", 0.9))
    wrong = answered("a.one", ("a.two", 0.9))
    outside = answered("out_of_scope.other", ("out_of_scope.other", 0.9))
    assert missed(measure([right, outside]), path) == []
    assert missed(measure([right, wrong, outside]), path) == [
        "accuracy_at_one is 50.0%, below 60.0%",
        "confidently_wrong is 33.3%, above 30.0%",
    ]
