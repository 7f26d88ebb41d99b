"""The demonstration: a script anybody can edit becomes a page to read."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.bot_api import demo
from tests.bot_api.entity_html import as_html
from tests.bot_api.playing import Patience
from tests.bot_api.script import BadScript, Script, Step, read_script

SAMPLE_BOT = (sys.executable, "-m", "tests.bot_api.sample_bot")
QUICK = Patience(answer=1.0, quiet=0.3)
STEPS = (
    Step("says", "hello <you> 😀"),
    Step("presses", "1"),
    Step("sends", "photo"),
    Step("says", "/silence"),
    Step("presses", "Softer"),
)


async def test_a_script_becomes_a_page(tmp_path):
    """The page shows what was said, what was pressed, pictures inside it, and what had no answer."""
    page = tmp_path / "results" / "page.html"
    notes = await demo.play(Script("A talk", "Ana", None, STEPS), page, SAMPLE_BOT, QUICK)
    written = page.read_text(encoding="utf-8")
    assert notes == [
        "No answer to step 4 (says: /silence).",
        "Could not do step 5 (presses: Softer): no message has a button “Softer”.",
    ]
    for words in (
        "hello &lt;you&gt; 😀",
        "YOU SAID HELLO &lt;YOU&gt; 😀",
        "You said <b>hello &lt;you&gt; 😀</b>",
        "Ana pressed “Louder” · Louder now",
        '<img src="data:image/jpeg;base64,',
        "No answer to step 4",
    ):
        assert words in written
    assert "http://" not in written
    assert "<script" not in written


async def test_a_bot_that_ends_is_said(tmp_path):
    """A bot that stops while starting is named, instead of waiting for it."""
    with pytest.raises(demo.BotStopped, match="ended while starting, with code 3"):
        await demo.play(
            Script("A talk", "Ana", None, STEPS), tmp_path / "page.html", (sys.executable, "-c", "raise SystemExit(3)")
        )


def test_the_script_that_comes_with_it_can_be_read():
    """demo.yml is a good script."""
    script = read_script(Path(demo.__file__).with_name("demo.yml"))
    assert script.steps[0] == Step("says", "/start")
    assert script.today == "2026-07-01"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("title: x", "the file: needs a line “steps:”"),
        ("steps: [", "the file: can't be read"),
        ("steps: [{shouts: hello}]", "step 1: “shouts” is none of says, presses, sends, edits"),
        ("steps: [{says: hello}, hello]", "step 2: 'hello' is not one of"),
        ("steps: [{sends: money}]", "step 1: “sends: money” needs photo, voice"),
        ("steps: [{says: }]", "step 1: “says: ” needs words"),
    ],
)
def test_mistakes_in_a_script_are_named(tmp_path, written, words):
    """A mistake is named with its step, in one line, and ends with exit code 1."""
    script = tmp_path / "mine.yml"
    script.write_text(written, encoding="utf-8")
    with pytest.raises(BadScript) as refused:
        read_script(script)
    assert words in str(refused.value)


def test_without_a_channel_it_says_so(monkeypatch):
    """Where there is no Telegram channel one clear line says so."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    ended = CliRunner().invoke(demo.typer_app, [])
    assert ended.exit_code == 1
    assert ended.output == "Error: there is no Telegram channel here (bot.channels.telegram)\n"


@pytest.mark.parametrize(
    ("text", "entities", "written"),
    [
        ("a < b", [], "a &lt; b"),
        ("😀 bold", [{"type": "bold", "offset": 3, "length": 4}], "😀 <b>bold</b>"),
        (
            "one two",
            [{"type": "bold", "offset": 0, "length": 7}, {"type": "italic", "offset": 4, "length": 3}],
            "<b>one <i>two</i></b>",
        ),
        (
            "here",
            [{"type": "text_link", "offset": 0, "length": 4, "url": 'https://a.org/"x'}],
            '<a rel="noreferrer" href="https://a.org/&#34;x">here</a>',
        ),
        ("/start", [{"type": "bot_command", "offset": 0, "length": 6}], "/start"),
    ],
)
def test_entities_become_tags(text, entities, written):
    """Entities become tags at their UTF-16 offsets; everything else is escaped."""
    assert as_html(text, entities) == written
