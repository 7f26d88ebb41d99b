"""Making a finder and a classifier from names and examples."""

from nlu.areas import NameIndex
from nlu.areas.names import Meaning
from nlu.training import WORDS_NEAR_NAMES, learn_vocabulary, train_cascade, train_finder

LUTON = Meaning(("E06000032",), official=True)


def test_words_used_twice_are_ordinary(tmp_path):
    """A word of two examples, and every word of the list, is ordinary; a word used once is not."""
    (tmp_path / WORDS_NEAR_NAMES).write_text("battle\ncheater\n", encoding="utf-8")
    questions = ["is the button broken", "press the button twice", "where is Loton"]
    assert learn_vocabulary(questions, tmp_path) == {"is", "the", "button", "battle", "cheater"}


def test_an_ordinary_word_is_never_a_slip():
    """A word that the examples use twice is not taken for a place that is spelt nearly the same."""
    index = NameIndex({("luton",): LUTON})
    assert [mention.said for mention in train_finder([], index).find("see futon or luton or lutom")] == [
        "luton",
        "lutom",
    ]
    knowing = train_finder(["my lutom", "a lutom"], index)
    assert [mention.said for mention in knowing.find("see lutom or luton")] == ["luton"]


def test_a_name_is_never_an_ordinary_word():
    """A name stays a name however often the examples use it."""
    index = NameIndex({("luton",): LUTON})
    finder = train_finder(["what did luton get", "luton result", "luton"], index)
    assert [mention.codes for mention in finder.find("did lutn fail")] == [("E06000032",)]


def test_a_classifier_learns_no_topic_from_a_place(finder):
    """A topic asked about one area is understood for any other."""
    pairs = [
        ("area.outcome", "what did Kent get"),
        ("area.outcome", "what grade did Kent get"),
        ("area.survey", "is the survey open in Leeds"),
        ("area.survey", "has the survey closed in Leeds"),
        ("chat.greet", "hello there"),
        ("chat.greet", "hello good morning"),
    ]
    classifier = train_cascade(finder, pairs)
    assert classifier.ranking("what did xareax get")[0][0] == "area.outcome"
    assert not any("kent" in one.vocabulary_ or "leeds" in one.vocabulary_ for one in classifier.first._vectorizers)
