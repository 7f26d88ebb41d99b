"""The held-out questions are held out: none of them, nor a near copy, was used for training."""

from pathlib import Path

import numpy as np
import pytest
from rapidfuzz import fuzz, process

from nlu.examples import read_examples
from nlu.text import key

QUESTIONS = Path(__file__).parents[1] / "questions"
ALIKE = 92
WORDS_FROM = 4


def same(question: str) -> tuple[str, ...]:
    """What two equal questions share: their plain words, or their signs where they have no words."""
    return key(question) or (question.strip(),)


def near_copies(questions: list[str], examples: list[str]) -> dict[str, str]:
    """The questions of four words or more that are nearly an example, with that example.

    Words are sorted first, so that `ratio` is rapidfuzz's `token_sort_ratio`, at the speed of a table.
    """
    kept = {" ".join(sorted(words)): text for text in questions if len(words := key(text)) >= WORDS_FROM}
    learned = {" ".join(sorted(key(text))): text for text in examples}
    rows, columns = list(kept), list(learned)
    alike = process.cdist(rows, columns, scorer=fuzz.ratio, score_cutoff=ALIKE, dtype=np.uint8)
    return {kept[rows[at]]: learned[columns[alike[at].argmax()]] for at in np.flatnonzero(alike.max(axis=1))}


@pytest.fixture(scope="module")
def held_out() -> list[str]:
    """Every held-out question."""
    return [question for _, question in read_examples(QUESTIONS)]


def test_no_question_is_an_example(held_out, examples):
    """No held-out question is also an example, capitals and punctuation aside."""
    learned = {same(question) for _, question in examples}
    assert len(held_out) > 1500
    assert not [question for question in held_out if same(question) in learned]


def test_no_question_is_nearly_an_example(held_out, examples):
    """No held-out question of four words or more is an example with a word or a letter changed."""
    assert not near_copies(held_out, [question for _, question in examples])


def test_no_question_is_held_out_twice(held_out):
    """No held-out question counts twice."""
    assert len({same(question) for question in held_out}) == len(held_out)


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("What is a monitoring inspection", True),
        ("whats a monitoring inspection", True),
        ("a monitoring inspection, what is it", True),
        ("who pays for a monitoring inspection", False),
        ("monitoring inspections", False),
    ],
)
def test_what_counts_as_a_near_copy(question, refused):
    """The same words with a slip or in another order are refused; another question is not."""
    assert bool(near_copies([question], ["what is a monitoring inspection?", "👍"])) is refused


def test_every_held_out_question_has_a_topic_that_is_learned(examples):
    """Each held-out topic is one the model knows, so that none is wrong before it is asked."""
    assert not {topic for topic, _ in read_examples(QUESTIONS)} - {topic for topic, _ in examples}
