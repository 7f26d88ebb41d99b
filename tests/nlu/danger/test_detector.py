"""The danger rules against phrases as people type them, look-alikes, and everything ordinary that is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from nlu.danger import KINDS, read_detector
from nlu.examples import read_examples

PHRASES = Path(__file__).parent / "phrases"
QUESTIONS = Path(__file__).parents[2] / "questions"
SENSITIVITY, KIND_RIGHT, FALSE_ALARMS, ORDINARY_ALARMS = 0.98, 0.9, 0.01, 0.001
DANGER = sorted(path.stem for path in PHRASES.glob("*_danger.yml"))
LANGUAGES = ("en", "pl", "ro", "ur", "bn", "pa", "ar")
ALIKE = sorted(path.stem for path in PHRASES.glob("*_alike.yml"))


def phrases(stem: str):
    """The content of a file of phrases, each word as it is written."""
    return yaml.load((PHRASES / f"{stem}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("stem", DANGER)
def test_danger_is_found(stem):
    """At least 98 % of the phrases of danger are found, and the kind is among those found in 90 %."""
    said = [(kind, phrase) for kind, listed in phrases(stem).items() for phrase in listed]
    found = {phrase: read_detector().read(phrase) for _, phrase in said}
    missed = [phrase for _, phrase in said if found[phrase] is None]
    assert len(missed) <= (1 - SENSITIVITY) * len(said), missed
    wrong = [(kind, phrase) for kind, phrase in said if found[phrase] and kind not in found[phrase].kinds]
    assert len(wrong) <= (1 - KIND_RIGHT) * len(said), wrong


@pytest.mark.parametrize("stem", ALIKE)
def test_look_alikes_are_left_alone(stem):
    """At most 1 % of the phrases that only look like danger are taken for it."""
    said = phrases(stem)
    taken = [phrase for phrase in said if read_detector().read(phrase)]
    assert len(taken) <= FALSE_ALARMS * len(said), taken


@pytest.mark.parametrize("stem", [stem for stem in DANGER if stem.partition("_")[0] in LANGUAGES])
def test_the_language_is_that_of_the_words(stem):
    """The language is that of the words found in nine phrases of ten; Panjabi may pass for Urdu in Latin letters."""
    found = [read_detector().read(phrase) for listed in phrases(stem).values() for phrase in listed]
    named = [danger.language for danger in found if danger and danger.language]
    language = stem.partition("_")[0]
    right = {"pa", "ur"} if language == "pa" else {language}
    assert sum(one in right for one in named) >= 0.9 * len(named), named


def test_ordinary_questions_are_not_danger(examples):
    """At most one ordinary question in a thousand is taken for danger, over every example and held-out question."""
    asked = [text for topic, text in [*examples, *read_examples(QUESTIONS)] if not topic.startswith("crisis.")]
    taken = [text for text in asked if read_detector().read(text)]
    assert len(asked) > 20_000
    assert len(taken) <= ORDINARY_ALARMS * len(asked), taken


def test_there_are_enough_phrases():
    """Four hundred phrases of danger and four hundred look-alikes are tried."""
    assert sum(len(listed) for stem in DANGER for listed in phrases(stem).values()) >= 400
    assert sum(len(phrases(stem)) for stem in ALIKE) >= 400


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("kiiiill myself", ("self_harm",)),
        ("k i l l myself", ("self_harm",)),
        ("k\u200bill my\u200bself", ("self_harm",)),
        ("k1ll mys3lf", ("self_harm",)),
        ("i w a n t t o d i e", ("self_harm",)),
        ("i feel suicidall", ("self_harm",)),
        ("she od'd", ("emergency", "self_harm")),
        ("my dad hits me and i want to die", ("self_harm", "abuse")),
        ("the survey is dead. my son has stopped breathing! which area is Leeds in?", ("emergency",)),
    ],
)
def test_bent_words_and_mixed_messages(text, kinds):
    """Spelt out, stretched, disguised or among other sentences, danger is found; the most urgent kind comes first."""
    assert read_detector().read(text).kinds == kinds


def test_a_long_message_is_read_to_its_end():
    """Danger at the end of a very long message counts."""
    text = "we have waited two years for the plan and the council never answers. " * 200 + "my son wants to die"
    assert read_detector().read(text).kinds == ("self_harm",)


def test_kinds_are_in_order_of_urgency():
    """Emergencies come before everything else."""
    assert KINDS == ("emergency", "danger", "missing", "self_harm", "abuse")
