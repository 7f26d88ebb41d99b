"""The example questions the model is trained on."""

from collections import Counter

from knowledge.topics import all_topics
from nlu.examples import FOLDER, read_examples, topic_of

FEWEST = 40


def test_every_file_belongs_to_a_topic():
    """Each example file is for a topic with an answer, or for a look-up."""
    ids = {topic_of(path) for path in FOLDER.glob("**/*") if path.is_file()}
    without_answer = ids - set(all_topics())
    assert len(ids) > 100
    assert not {one for one in without_answer if one != "glossary" and not one.startswith(("area.", "notify."))}


def test_every_topic_has_examples(examples):
    """Each topic with an answer can be asked for: it has a file of examples."""
    assert not set(all_topics()) - {topic for topic, _ in examples}


def test_every_topic_has_enough_examples(examples):
    """Each topic has at least 40 examples."""
    counts = Counter(topic for topic, _ in examples)
    assert not {topic: count for topic, count in counts.items() if count < FEWEST}


def test_no_example_is_given_twice(examples):
    """No line stands twice within a topic, capitals and spacing aside."""
    counts = Counter((topic, " ".join(question.lower().split())) for topic, question in examples)
    assert not [line for line, count in counts.items() if count > 1]


def test_no_example_belongs_to_two_topics(examples):
    """The same line is never an example of two topics."""
    topics: dict[str, set[str]] = {}
    for topic, question in examples:
        topics.setdefault(" ".join(question.lower().split()), set()).add(topic)
    assert not {line: both for line, both in topics.items() if len(both) > 1}


def test_reading_skips_comments_and_empty_lines(tmp_path):
    """Comments and empty lines are no examples, and spaces around a line are dropped."""
    (tmp_path / "area").mkdir()
    lines = "# note\n\n  what did Kent get  \n   \nis it #1\n"
    (tmp_path / "area" / "outcome.txt").write_text(lines, encoding="utf-8")
    assert list(read_examples(tmp_path)) == [("area.outcome", "what did Kent get"), ("area.outcome", "is it #1")]


def test_a_group_with_one_term_file_is_its_own_topic(tmp_path):
    """`glossary/term.txt` stands for the topic "glossary"; any other file names its group and itself."""
    assert topic_of(tmp_path / "glossary" / "term.txt") == "glossary"
    assert topic_of(tmp_path / "area" / "outcome.txt") == "area.outcome"
