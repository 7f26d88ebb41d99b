"""When to answer, when to offer choices, and when to say that it was not understood."""

import pytest

from nlu.topics.gate import Gate, read_gate, write_gate

GATE = Gate(answer_from=0.5, margin_from=0.25, offer_from=0.125)


@pytest.mark.parametrize(
    ("best", "second", "decision"),
    [
        (0.9, 0.05, "answer"),
        (0.5, 0.25, "answer"),
        (0.5, 0.26, "clarify"),
        (0.49, 0.0, "clarify"),
        (0.125, 0.0, "clarify"),
        (0.124, 0.0, "unclear"),
        (0.124, 0.123, "unclear"),
    ],
)
def test_decision(best, second, decision):
    """Both bars must be reached to answer, the lowest bar to offer choices; reaching a bar is enough."""
    assert GATE.decide([("a.one", best), ("a.two", second)]) == decision


def test_a_ranking_of_one_leads_by_all_it_has():
    """A single topic leads by its whole confidence."""
    assert GATE.decide([("a.one", 0.5)]) == "answer"
    assert Gate(0.5, 0.6, 0.1).decide([("a.one", 0.5)]) == "clarify"


def test_a_gate_is_kept_and_read_back(tmp_path):
    """A gate written to a file is read back the same, with its note as a comment."""
    path = tmp_path / "gate.yml"
    write_gate(GATE, "Chosen on 12 questions.", path)
    assert read_gate(path) == GATE
    assert path.read_text(encoding="utf-8").startswith("# Chosen on 12 questions.\n")


def test_the_gate_in_use_is_in_order():
    """The gate in use offers no earlier than it answers, and all its bars are shares of one."""
    gate = read_gate()
    assert 0 < gate.offer_from <= gate.answer_from < 1
    assert 0 <= gate.margin_from < 1


def test_some_groups_are_answered_sooner():
    """A look-up, which says what it is about, is answered from a lower confidence than a general answer."""
    gate = Gate(0.9, 0.0, 0.1, {"area": 0.6})
    assert gate.decide([("area.survey", 0.7), ("views.survey_when", 0.3)]) == "answer"
    assert gate.decide([("views.survey_when", 0.7), ("area.survey", 0.3)]) == "clarify"
    assert gate.decide([("area.survey", 0.5), ("views.survey_when", 0.3)]) == "clarify"
