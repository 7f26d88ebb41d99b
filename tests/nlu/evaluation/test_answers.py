"""What the reader made of held-out questions."""

from dataclasses import replace
from pathlib import Path

import pytest

from nlu.evaluation.answers import Answered, answer_all, gated, read_also_right, read_test_set, split
from nlu.topics.gate import Gate


def answered(topic: str, *ranking: tuple[str, float], names_area: bool = False) -> Answered:
    """A question about `topic` that was ranked so."""
    return Answered("some question", topic, ranking, "answer", names_area)


@pytest.mark.parametrize(
    ("about", "understood", "names_area", "right"),
    [
        ("support.tribunal", "support.tribunal", False, True),
        ("support.tribunal", "support.mediation", False, False),
        ("out_of_scope.homework", "out_of_scope.other", False, True),
        ("out_of_scope.homework", "support.tribunal", False, False),
        ("support.tribunal", "bot.not_legal_advice", False, False),
        ("bot.not_legal_advice", "out_of_scope.other", False, True),
        ("framework.wsoa", "area.history", True, True),
        ("framework.wsoa", "area.history", False, False),
        ("area.history", "framework.wsoa", True, False),
    ],
)
def test_which_topic_is_right(about, understood, names_area, right):
    """Right is the topic itself, any out-of-scope topic for another, and a topic's look-up if an area is named."""
    assert answered(about, (understood, 0.9), names_area=names_area).right_first is right


def test_right_in_three_looks_at_three():
    """The third topic still counts as offered, the fourth does not; the confidence is that of the first."""
    ranking = (("a.one", 0.4), ("a.two", 0.3), ("a.three", 0.2), ("a.four", 0.1))
    assert answered("a.three", *ranking).right_in_three
    assert not answered("a.three", *ranking).right_first
    assert not answered("a.four", *ranking).right_in_three
    assert answered("a.four", *ranking).confidence == 0.4


def test_every_question_is_read(reader, finder):
    """Each question becomes one record with its ranking, its decision and whether it names an area."""
    pairs = [("area.outcome", "what did Kent get"), ("chat.greet", "good morning"), ("area.set", "Newcastle")]
    first, second, third = answer_all(reader, finder, pairs)
    assert [one.topic for one in (first, second, third)] == ["area.outcome", "chat.greet", "area.set"]
    assert [one.right_first for one in (first, second, third)] == [True, True, True]
    assert [one.names_area for one in (first, second, third)] == [True, False, True]
    assert first.decision == reader.gate.decide(first.ranking)


def test_of_two_questions_read_only_the_first_counts(reader, finder):
    """Where a message is read as two questions, the record is that of the first: splitting wrongly never flatters."""
    text = "what did Kent get and is the survey still open?"
    survey, outcome = answer_all(reader, finder, [("area.survey", text), ("area.outcome", text)])
    assert outcome.right_first
    assert not survey.right_first


def test_another_gate_changes_only_decisions():
    """Deciding again with another gate leaves questions and rankings as they were."""
    before = [answered("a.one", ("a.one", 0.6), ("a.two", 0.3)), answered("a.one", ("a.two", 0.05))]
    after = gated(before, Gate(answer_from=0.7, margin_from=0.0, offer_from=0.1))
    assert [one.decision for one in after] == ["clarify", "unclear"]
    assert [(one.question, one.topic, one.ranking) for one in after] == [
        (one.question, one.topic, one.ranking) for one in before
    ]


def test_halves_of_a_set_share_no_line(tmp_path):
    """A held-out set is read like the examples, and its halves hold each line once, in turn."""
    (tmp_path / "area").mkdir()
    (tmp_path / "area" / "list.txt").write_text("one\n# note\ntwo\nthree\n", encoding="utf-8")
    pairs = read_test_set(tmp_path)
    assert split(pairs) == ([("area.list", "one"), ("area.list", "three")], [("area.list", "two")])


def test_a_second_topic_may_be_right_as_well(tmp_path):
    """Topics that readers found to answer a question too count as right; without a file none do."""
    assert read_also_right(tmp_path) == {}
    (tmp_path / "also_right.tsv").write_text("# why\nis it both\ta.one\nis it both\ta.two\n")
    also = read_also_right(tmp_path)
    assert also == {"is it both": frozenset({"a.one", "a.two"})}
    one = replace(answered("a.three", ("a.two", 0.9)), also=also["is it both"])
    assert one.right_first
    assert not answered("a.three", ("a.two", 0.9)).right_first


def test_every_question_with_a_second_topic_is_held_out():
    """The list names only questions that are held out, and topics that there are."""
    folder = Path(__file__).parents[2] / "questions"
    pairs = read_test_set(folder)
    also = read_also_right(folder)
    assert len(also) > 20
    assert set(also) <= {question for _, question in pairs}
    assert {topic for topics in also.values() for topic in topics} <= {topic for topic, _ in pairs}
