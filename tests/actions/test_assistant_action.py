"""The base of all actions: time limit, errors, what is remembered."""

from __future__ import annotations

import time

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import desk as desk_module
from actions.assistant_action import AssistantAction
from actions.reply import Reply
from actions.turn import Turn

TRACKER = Tracker("somebody", {}, {"questions": [{"topic": "chat.greet"}]}, [], False, None, {}, None)


class Slow(AssistantAction):
    """Takes longer than it may."""

    action_name = "action_slow"
    time_limit_seconds = 0.05

    def turn(self, desk, talk):
        """Waits past the limit."""
        time.sleep(0.5)
        return Turn((Reply("too late", None),))


class Broken(AssistantAction):
    """Fails with a secret in its message."""

    action_name = "action_broken"

    def turn(self, desk, talk):
        """Raises."""
        raise RuntimeError("my son Jacob")


class Fine(AssistantAction):
    """Says and remembers."""

    action_name = "action_fine"

    def turn(self, desk, talk):
        """Returns a turn."""
        return Turn((Reply("Hello", "chat.greet"),), {"topic": "chat.greet"})


@pytest.fixture(autouse=True)
def _at_the_desk(desk, monkeypatch):
    monkeypatch.setattr(desk_module, "_desk", desk)


async def run(action: AssistantAction) -> tuple[list[dict], list[dict]]:
    """The replies and events of one run."""
    dispatcher = CollectingDispatcher()
    events = await action.run(dispatcher, TRACKER, {})
    return [message["custom"] for message in dispatcher.messages], events


async def test_slow_action_says_so():
    """An action that takes too long is given up with an honest reply and remembers nothing."""
    replies, events = await run(Slow())
    assert [reply["status"] for reply in replies] == ["error"]
    assert "took too long" in replies[0]["text"]
    assert events == []


async def test_broken_action_says_so():
    """An action that fails gives an honest reply without the reason."""
    replies, _ = await run(Broken())
    assert replies[0]["status"] == "error"
    assert "Jacob" not in replies[0]["text"]


async def test_action_replies_and_remembers():
    """A turn's replies are sent as reply objects, its slots are set, and what was said is remembered."""
    replies, events = await run(Fine())
    slots = {event["name"]: event["value"] for event in events}
    assert replies[0]["text"] == "Hello"
    assert slots == {"topic": "chat.greet", "misses": 0, "said": [replies[0]], "choices": []}
