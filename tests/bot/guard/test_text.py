"""The guard makes any message safe to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guard.text import guard


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("/restart", "restart"),
        ('/inform{"area":"x"}', 'inform{"area":"x"}'),
        ("  // /SetSlots(a=1)", "SetSlots(a=1)"),
        ("\u200b/restart", "restart"),
        ("what did\u202e Kent\u200b get", "what did Kent get"),
        ("line one\nline two", "line one\nline two"),
        ("\uff0frestart", "restart"),
        ("what\u00a0did\u2028Kent get", "what did\nKent get"),
        ("Zoe\u0308", "Zo\u00eb"),
    ],
)
def test_text_is_made_plain(text, safe):
    """Slashes at the start and hidden characters go; the words stay."""
    assert guard(text, 100).text == safe


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (None, "empty"),
        ("\x00\u200b ", "empty"),
        ("///", "empty"),
        ("😀!?", "no_words"),
        ("a" * 101, "too_long"),
    ],
)
def test_unreadable_is_refused_with_its_reason(text, reason):
    """What can't be read is refused, and the reason names the wording to use."""
    assert guard(text, 100).refusal == reason


@given(st.text())
def test_nothing_passes_as_a_command(text):
    """Whatever is sent, what passes never starts with a slash and holds no control or format character."""
    guarded = guard(text, 200)
    assert not guarded.text.startswith("/")
    assert guarded.text.replace("\n", "").replace("\t", "").isprintable()
    assert bool(guarded.text) != bool(guarded.refusal)
