"""The topic classifier, trained on six lines."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import nlu
from nlu.topics.classifier import TopicClassifier

LINES = [
    ("area.outcome", "what did xareax get"),
    ("area.outcome", "what grade did xareax get"),
    ("area.survey", "is the survey open in xareax"),
    ("area.survey", "has the survey closed in xareax"),
    ("chat.greet", "hello there"),
    ("chat.greet", "hello good morning"),
]
QUESTION = "which grade did xareax get"


def train() -> TopicClassifier:
    """A classifier trained on the six lines."""
    return TopicClassifier().fit([wording for _, wording in LINES], [topic for topic, _ in LINES])


@pytest.fixture(scope="module")
def classifier() -> TopicClassifier:
    """One trained classifier for the tests that only ask it."""
    return train()


@pytest.mark.parametrize(
    ("wording", "topic"),
    [
        (QUESTION, "area.outcome"),
        ("survey open in xareax or not", "area.survey"),
        ("good morning", "chat.greet"),
        ("helo thre", "chat.greet"),
    ],
)
def test_the_nearest_topic_comes_first(classifier, wording, topic):
    """A wording like those of a topic, even with slips, ranks that topic first."""
    assert classifier.ranking(wording)[0][0] == topic


@pytest.mark.parametrize("wording", [QUESTION, "", "zzz qqq", "hello what did xareax get"])
def test_confidences_add_up_to_one(classifier, wording):
    """All topics are ranked, best first, and their confidences add up to one even for unknown words."""
    ranking = classifier.ranking(wording)
    confidences = [confidence for _, confidence in ranking]
    assert {topic for topic, _ in ranking} == {"area.outcome", "area.survey", "chat.greet"}
    assert sum(confidences) == pytest.approx(1.0, abs=1e-5)
    assert confidences == sorted(confidences, reverse=True)


def test_a_ranking_can_be_cut(classifier):
    """A shorter ranking is the beginning of the whole one."""
    assert classifier.ranking(QUESTION, length=2) == classifier.ranking(QUESTION)[:2]


def test_sharpness_raises_confidence(classifier):
    """The sharper the classifier, the surer it is of the same first topic."""
    blunt = TopicClassifier(sharpness=1.0).fit([wording for _, wording in LINES], [topic for topic, _ in LINES])
    (topic, less), (same, more) = blunt.ranking(QUESTION)[0], classifier.ranking(QUESTION)[0]
    assert topic == same
    assert less < more


def test_training_again_gives_the_same(classifier):
    """Training twice on the same lines gives the same rankings to the last digit."""
    assert train().ranking(QUESTION) == classifier.ranking(QUESTION)


def test_a_classifier_kept_and_loaded_ranks_the_same(classifier):
    """A classifier taken out of a trained model ranks as it did before."""
    assert pickle.loads(pickle.dumps(classifier)).ranking(QUESTION) == classifier.ranking(QUESTION)


def test_another_process_gives_the_same(classifier):
    """Another run, with another order of sets and dictionaries, gives the same ranking."""
    code = (
        "from nlu.topics.classifier import TopicClassifier\n"
        f"lines = {LINES!r}\n"
        "one = TopicClassifier().fit([w for _, w in lines], [t for t, _ in lines])\n"
        f"print(one.ranking({QUESTION!r}))"
    )
    root = Path(nlu.__file__).parents[1]
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env={**os.environ, "PYTHONHASHSEED": "17"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == repr(classifier.ranking(QUESTION))
