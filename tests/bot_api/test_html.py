"""Telegram's HTML, read as TDLib reads it."""

from __future__ import annotations

import pytest

from tests.bot_api.errors import ApiError
from tests.bot_api.html import parse_html


@pytest.mark.parametrize(
    ("source", "text", "kinds"),
    [
        ("<b>Bold</b> and <i>italic</i>", "Bold and italic", [("bold", 0, 4), ("italic", 9, 6)]),
        ("<b>one <i>two</i></b>", "one two", [("bold", 0, 7), ("italic", 4, 3)]),
        ("\U0001f600<u>x</u>", "\U0001f600x", [("underline", 2, 1)]),
        ("&lt;b&gt; &amp; &quot;&#233;&#xe9;", '<b> & "éé', []),
        ("&nbsp; a & b", "&nbsp; a & b", []),
        ("a > b", "a > b", []),
        ("<B>x</B>", "x", [("bold", 0, 1)]),
        ("<b>x</>", "x", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ('<pre><code class="language-python">x</code></pre>', "x", [("pre", 0, 1), ("code", 0, 1)]),
    ],
)
def test_what_is_read(source, text, kinds):
    """Tags become entities, characters are decoded, what isn't known stays."""
    found, entities = parse_html(source)
    assert found == text
    assert sorted((e["type"], e["offset"], e["length"]) for e in entities) == sorted(kinds)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("é<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("5 < 6 or 7 > 6", 'Unsupported start tag "" at byte offset 2'),
        ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("x<b", "Unclosed start tag at byte offset 1"),
        ('<a href="https://a.org>x</a>', "Unclosed start tag at byte offset 0"),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_what_can_not_be_read(source, words):
    """Faults are named with Telegram's words and the byte they are at."""
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&b=2"),
        ("tg://user?id=1", "tg://user?id=1"),
        ("http://localhost:5005/", None),
        ("javascript:alert(1)", None),
    ],
)
def test_links_that_are_none_lose_their_link(link, kept):
    """Telegram keeps the words of a link it does not take."""
    text, entities = parse_html(f'<a href="{link}">here</a>')
    assert text == "here"
    assert [entity["url"] for entity in entities] == ([kept] if kept else [])
