"""Danger that is sensed rather than ruled: help alone when it is sure, help and the answer when it is possible."""

from __future__ import annotations

import pytest

from nlu.danger.sense import Sensed
from nlu.danger.sense.weights import read_weights

ASKED = "what did leeds get"
POSSIBLE = (read_weights().possible_from + read_weights().sure_from) / 2


@pytest.fixture
def sensing(agent, monkeypatch):
    """Makes the assistant sense danger of a share in every message; None: the sense is broken."""

    class Sense:
        def __init__(self, share):
            self.share = share

        def sense(self, text, ruled):
            """What a `DangerSense` says."""
            if self.share is None:
                raise RuntimeError(text)
            return Sensed(self.share, ("self_harm",))

    return lambda share: monkeypatch.setattr(agent.danger, "_sense", Sense(share))


def test_sure_danger_is_answered_with_help_alone(say, sensing):
    """Nothing but help is said, and it is the help for what was sensed."""
    sensing(0.999)
    (reply,) = say(ASKED, "sensed-sure")
    assert (reply["status"], reply["topic"]) == ("crisis", "crisis.self_harm")
    assert not reply["choices"]


def test_possible_danger_gets_help_first_and_then_the_answer(say, sensing):
    """The numbers come first, every one once; then the question is answered and remembered."""
    sensing(POSSIBLE)
    first, second = say(ASKED, "sensed-possible")
    assert first["status"] == "crisis"
    assert [number in first["text"] for number in ("999", "0800 1111", "116 123", "0808 800 5000")] == [True] * 4
    assert first["text"].endswith("About what you asked:")
    assert (second["status"], second["topic"]) == ("answered", "area.outcome")
    sensing(0.0)
    assert say("and when is the next one?", "sensed-possible")[0]["areas"] == second["areas"]


def test_unlikely_danger_changes_nothing(say, sensing):
    """A question that only might be about danger gets its answer alone."""
    sensing(0.0)
    assert [reply["status"] for reply in say(ASKED, "sensed-unlikely")] == ["answered"]


def test_a_broken_sense_leaves_the_rules(say, sensing, caplog):
    """When sensing fails, what rules find is still answered, and no word of the message is logged."""
    sensing(None)
    assert say("i want to kill myself", "sensed-broken")[0]["status"] == "crisis"
    assert say(ASKED, "sensed-broken")[0]["status"] == "answered"
    assert "could not be sensed" in caplog.text
    assert "leeds" not in caplog.text
