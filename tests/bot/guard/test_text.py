"""The guard makes any message safe to read."""

from __future__ import annotations

import unicodedata

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
        ("h\u0430s K\u0435nt b\u0435\u0435n insp\u0435ct\u0435d", "has Kent been inspected"),
        ("\u041d\u0430s \u039a\u0435nt", "Has Kent"),
        ("\u0430sk \u0441\u0435", "ask ce"),
        ("K\u0301\u0302\u0303\u0304\u0305e\u0301\u0302\u0303nt", "\u1e30\u0302\u00e9\u0302nt"),
        ("Ke\ufe0fn\u3164t\u2800 x", "Kent x"),
        ("\U000e0041Kent\u2066\u2069", "Kent"),
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


@pytest.mark.parametrize(
    "text",
    [
        "میرا بیٹا اسکول نہیں جاتا",
        "مُحَمَّدٌ يَذْهَبُ إلى المدرسة",
        "আমার ছেলে স্কুলে যায় না, তাঁর কী হবে",
        "ਮੇਰਾ ਪੁੱਤਰ ਸਕੂਲ ਨਹੀਂ ਜਾਂਦਾ",
        "mój syn źle śpi, żaden plan",
        "fiica mea nu merge la școală, învăță acasă",
        "мой сын не ходит в школу in Kent",
        "το παιδί μου",
    ],
)
def test_other_languages_are_unharmed(text):
    """Text honestly written in another alphabet or with accents stays as it is."""
    assert guard(text, 200).text == unicodedata.normalize("NFKC", text)


@given(st.text())
def test_what_passed_stays_as_it_is(text):
    """Reading a message twice gives what reading it once gave."""
    once = guard(text, 500).text
    assert guard(once, 500).text == once


@given(st.text())
def test_nothing_passes_as_a_command(text):
    """Whatever is sent, what passes never starts with a slash and holds no control or format character."""
    guarded = guard(text, 200)
    assert not guarded.text.startswith("/")
    assert guarded.text.replace("\n", "").replace("\t", "").isprintable()
    assert bool(guarded.text) != bool(guarded.refusal)
