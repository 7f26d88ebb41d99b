"""Commands: set at the start, each with its answer."""

from __future__ import annotations

import pytest

NAMES = "start help area outcome survey localoffer notify stop easy language listen privacy deletemydata".split()


async def test_commands_are_set_with_descriptions(channel, api):
    """At the start Telegram is told every command and what it does."""
    (commands,) = api.commands().values()
    assert [one["command"] for one in commands] == NAMES
    assert all(one["description"] for one in commands)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("/start", "I am a computer program"),
        ("/start@send_test_bot", "I am a computer program"),
        ("/help", "I can"),
        ("/area", "Which area is it about?"),
        ("/area Leeds", "Your area is Leeds"),
        ("/outcome leeds", "outcome 3 of 3"),
        ("/outcome", "Which area is it about?"),
        ("/survey leeds", "no survey is open"),
        ("/localoffer leeds", "local offer"),
        ("/easy", "easy read"),
        ("/language", "English"),
        ("/privacy", "delete my data"),
        ("/listen", "I have said nothing yet"),
        ("/deletemydata", "Done. I have deleted all I kept about you"),
        ("/what did Leeds get", "outcome 3 of 3"),
    ],
)
async def test_a_command_has_an_answer(channel, api, ana, typed, expected):
    """Each command is answered, with the area after it where it has one."""
    api.text(ana, typed)
    sent = await api.wait_for(1, ana)
    assert expected.lower() in sent[0].text.lower()


async def test_an_area_is_used_by_the_next_command(channel, api, ana):
    """After /area, other commands need no area."""
    api.text(ana, "/area Leeds")
    api.text(ana, "/outcome")
    sent = await api.wait_for(2, ana)
    assert "Leeds" in sent[1].text
    assert "outcome 3 of 3" in sent[1].text


async def test_easy_is_a_switch(channel, api, ana):
    """/easy turns easy read on, and the next time off."""
    for typed in ("/easy", "/easy"):
        api.text(ana, typed)
    sent = await api.wait_for(2, ana)
    assert "Easy read is off" in sent[1].text
