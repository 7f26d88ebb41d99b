"""Answers read out."""

from __future__ import annotations

import shutil

import pytest

from bot.channels.telegram import speaking


@pytest.fixture(autouse=True)
def _programs():
    missing = [name for name in (speaking.ENGINE, speaking.ENCODER) if not shutil.which(name)]
    assert not missing, f"these tests need {missing}: apt-get install espeak-ng opus-tools"


@pytest.mark.parametrize("typed", ["/listen", "listen"])
async def test_the_last_answer_is_read_out(channel, api, ana, typed):
    """After an answer, /listen sends it as a voice message that Telegram can play."""
    api.text(ana, "thanks")
    await api.wait_for(1, ana)
    api.text(ana, typed)
    sent = (await api.wait_for(2, ana))[1]
    assert sent.kind == "voice"
    assert sent.message["voice"]["mime_type"] == "audio/ogg"
    assert "computer voice" in sent.text


async def test_without_the_programs_it_says_so(channel, api, ana, monkeypatch):
    """Where the programs are not installed, the command says so."""
    monkeypatch.setattr(speaking, "ENGINE", "no-such-program")
    api.text(ana, "what did Leeds get")
    await api.wait_for(1, ana)
    api.text(ana, "/listen")
    sent = (await api.wait_for(2, ana))[1]
    assert "not installed" in sent.text


async def test_speech_is_opus_in_ogg():
    """The voice message is Opus in Ogg, which Telegram plays in place."""
    made = await speaking.speak("Leeds got outcome 3 of 3.")
    assert made[:4] == b"OggS"
    assert b"OpusHead" in made[:80]


async def test_a_program_that_hangs_is_stopped(monkeypatch):
    """A program that does not end is stopped, and there is no voice message."""
    monkeypatch.setattr(speaking, "LIMIT_SECONDS", 0.05)
    assert await speaking.run(("sleep", "60"), b"") == b""


def test_links_and_sources_are_not_read_out():
    """What is spoken has neither addresses nor the list of sources, nor marks of lists."""
    text = "Look on https://example.org today.\n- One thing\nSources:\n- A report (2025): https://example.org/r"
    assert speaking.spoken(text) == "Look on today.\nOne thing"
