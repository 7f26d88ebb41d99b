"""The first reply of a web chat."""

from __future__ import annotations

import re

import pytest

from actions.replies import greeting
from bot.channels.web.errors import STATUS
from tests.knowledge.plain_language import RULES, longest_sentence, reading_age

STYLES = ("standard", "easy_read")


@pytest.mark.parametrize("style", STYLES)
def test_the_greeting_is_plain(desk, style):
    """The greeting reads as easily as every answer."""
    text = greeting.compose(desk, 120, style=style).text
    assert reading_age(text) <= RULES[style]["age"]
    assert longest_sentence(text) <= RULES[style]["longest"]


@pytest.mark.parametrize("style", STYLES)
def test_the_greeting_says_what_it_must(desk, style):
    """A program, not Ofsted, what is kept and how long, and three examples, in both styles."""
    reply = greeting.compose(desk, 90, "E10000016", style)
    for part in ("computer program", "not Ofsted", "keep", "90 minutes", "Kent"):
        assert part in reply.text
    assert len(reply.choices) == 3
    assert reply.choices[0].payload == "ask:area.outcome:E10000016"
    assert reply.style == style


@pytest.mark.parametrize(
    ("minutes", "words"), [(120, "2 hours"), (60, "1 hour"), (90, "90 minutes"), (1440, "24 hours"), (5, "5 minutes")]
)
def test_duration(desk, minutes, words):
    """Whole hours are said as hours."""
    assert greeting.duration(desk, minutes) == words


@pytest.mark.parametrize("code", sorted(STATUS))
def test_every_refusal_is_kind_and_plain(desk, code):
    """Each error has words of its own that say what to do, and reads easily."""
    text = desk.copy["web"]["errors"][code].format(longest=2000, wait="5 seconds")
    assert not re.search(r"error|invalid|token|origin|request", text, re.IGNORECASE)
    assert longest_sentence(text) <= RULES["standard"]["longest"]
