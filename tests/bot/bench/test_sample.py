"""Both sides of the bench get the same examples."""

from __future__ import annotations

import yaml

from bot.bench import sample
from nlu.examples import read_examples

PAIRS = [("outcome.three", f"question {number}") for number in range(40)] + [("glossary", "what is [PAP]")]


def test_sample_takes_evenly():
    """So many of each topic are taken, spread over the file; a short one gives all it has."""
    taken = sample.sample(PAIRS, 4)
    assert [question for topic, question in taken if topic == "outcome.three"] == [
        "question 0",
        "question 10",
        "question 20",
        "question 30",
    ]
    assert ("glossary", "what is [PAP]") in taken


def test_both_forms_hold_the_same_examples(tmp_path):
    """What is written for each side is the same set of questions; an intent stands for a topic."""
    taken = sample.sample(PAIRS, 4)
    sample.write_ours(taken, tmp_path / "ours")
    sample.write_rasa_default(taken, 3, tmp_path / "rasa")
    assert sorted(read_examples(tmp_path / "ours")) == sorted(taken)
    nlu = yaml.safe_load((tmp_path / "rasa" / "data" / "nlu.yml").read_text())["nlu"]
    assert {one["intent"]: one["examples"].count("- ") for one in nlu} == {"outcome_three": 4, "glossary": 1}
    assert yaml.safe_load((tmp_path / "rasa" / "config.yml").read_text())["pipeline"][5]["epochs"] == 3
