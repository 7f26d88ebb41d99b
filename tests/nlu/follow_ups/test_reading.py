"""Follow-ups are whole messages; anything more is a question of its own."""

from __future__ import annotations

import pytest
import yaml

from nlu.follow_ups.reading import FILE, KINDS, follow_up, is_kind

LINES = [
    (k, p) for k, lines in yaml.safe_load(FILE.read_text(encoding="utf-8")).items() if k != "around" for p in lines
]


@pytest.mark.parametrize(("kind", "phrase"), LINES)
def test_every_phrase_is_read(kind, phrase):
    """Each phrase of the file is read as its own kind, with capitals and a question mark too."""
    assert follow_up(phrase.capitalize() + "?") == f"follow_up.{kind}"


def test_no_phrase_stands_twice():
    """A phrase that stood under two kinds would be read as the last one, in silence."""
    assert len({phrase for _, phrase in LINES}) == len(LINES)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("ok but what does that mean??", "follow_up.meaning"),
        ("erm is that bad lol", "follow_up.bad"),
        ("what can i do abuot it", "follow_up.can_i_do"),
        ("Never mind, thanks", "follow_up.stop"),
    ],
)
def test_fillers_and_a_slip_are_forgiven(text, topic):
    """Words around a phrase, and one slip in a long one, change nothing."""
    assert follow_up(text) == topic


@pytest.mark.parametrize(
    "text", ["", "thanks", "why do they come on a monday", "is that bad for my sons plan", "what next for kent", "10"]
)
def test_more_than_a_phrase_is_no_follow_up(text):
    """A message that says more than a phrase is left to be understood as a question."""
    assert follow_up(text) is None


def test_kinds_are_those_of_the_file():
    """Every kind of the file can be asked for by name."""
    assert {kind for kind, _ in LINES} == KINDS
    assert is_kind("yeah ok", "yes")
    assert not is_kind("nope", "yes")
