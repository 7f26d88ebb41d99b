"""Reply objects as Telegram shows them."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.reply import Choice, Image, Reply, SourceNote
from bot.channels.telegram.calls import call
from bot.channels.telegram.rendering import html_of, render
from bot.channels.telegram.splitting import length, split
from bot.channels.telegram.typing_shown import typing_shown

PAGE = SourceNote('A & B <report> "x"', "https://example.org/?a=1&b=2", "2025-02-04")


def test_sources_are_links_with_dates():
    """Each source of the text is a link under its title, and the date stays."""
    text = f"It got 2 of 3.\nSources:\n- {PAGE.title} (4 February 2025): {PAGE.url}\n- Not a source: https://x.org"
    reply = Reply(text, None, sources=(PAGE,)).as_json()
    made = html_of(text, reply["sources"])
    assert '- <a href="https://example.org/?a=1&amp;b=2">A &amp; B &lt;report&gt; "x"</a> (4 February 2025)\n' in made
    assert made.endswith("- Not a source: https://x.org")


@given(st.text(max_size=600), st.integers(min_value=20, max_value=200))
def test_pieces_fit_and_lose_nothing(text, longest):
    """Every piece of a text fits, and together they have every visible character in order."""
    pieces = split(text, longest)
    assert all(length(piece) <= longest for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_long_texts_are_cut_between_paragraphs():
    """A long answer is cut where a paragraph ends; the buttons stand under the last piece."""
    paragraph = "A sentence of a long answer. " * 40
    text = "\n\n".join([paragraph.strip()] * 8)
    parts = render([Reply(text, None, choices=(Choice("Next", "ask:views.how"),)).as_json()], 1)
    assert len(parts) == 3
    assert all(part.plain.endswith("answer.") for part in parts)
    assert [bool(part.buttons) for part in parts] == [False, False, True]


@given(st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=300))
def test_no_text_can_break_the_markup(text):
    """Whatever a text holds, no mark of its own is left in Telegram's HTML."""
    made = html_of(text, [])
    assert "<" not in made
    assert made.count("&") == made.count("&amp;") + made.count("&lt;") + made.count("&gt;")


async def test_telegram_shows_the_text_as_it_was(api, channel, ana):
    """Text full of marks arrives as it was written, with link previews off."""
    text = "1 < 2 & 3 > 2 <b>not bold</b> &amp; https://example.org"
    (part,) = render([Reply(text, None).as_json()], ana)
    await call(channel.bot, part, None)
    (sent,) = api.sent(ana)
    assert sent.text == text
    assert "is_disabled" in str(sent.parameters["link_preview_options"])


async def test_a_chart_is_a_photo(channel, api, ana):
    """The figures of the whole country come with their chart as a photo, described in its caption."""
    api.text(ana, "how many areas got each outcome")
    sent = await api.wait_for(2, ana)
    assert [one.kind for one in sent] == ["photo", "text"]
    assert sent[0].text.startswith("Bar chart")
    assert sent[1].labels


async def test_a_timeline_is_a_photo(channel, api, ana):
    """An area's history comes with its timeline as a photo, whose caption says the points in words."""
    api.text(ana, "earlier inspections of Leeds")
    sent = await api.wait_for(2, ana)
    assert [one.kind for one in sent] == ["photo", "text"]
    assert sent[0].text.startswith("Leeds over time:\n1. ")
    assert sent[1].labels


def test_a_short_answer_is_the_caption_of_its_picture():
    """An answer that fits stands under its picture, in one message with the buttons."""
    reply = Reply("Short.", None, choices=(Choice("Next", "ask:views.how"),), image=Image("/charts/x.png", "A chart"))
    (part,) = render([reply.as_json()], 1)
    assert (part.kind, part.plain, len(part.buttons)) == ("photo", "Short.", 1)


@pytest.mark.parametrize(("after", "expected"), [(0.0, ["typing"]), (60.0, [])])
async def test_a_slow_answer_shows_typing(channel, api, ana, after, expected):
    """When an answer takes long, the person sees that it is on its way; a quick one shows nothing."""
    async with typing_shown(channel.bot, ana, after):
        for _ in range(200):
            if api.actions(ana) == expected:
                break
            await asyncio.sleep(0.01)
    assert api.actions(ana) == expected
