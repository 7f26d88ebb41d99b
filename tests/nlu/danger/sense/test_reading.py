"""What the sense of danger hears, and what it leaves to rules."""

from __future__ import annotations

import pytest

from nlu.danger import read_detector
from nlu.danger.sense import DangerSense
from nlu.danger.sense.learning import load, save
from nlu.training import the_encoder


def test_it_hears_what_no_rule_has_words_for(sense):
    """Danger said without any word of danger is sensed, with its kind."""
    text = "she has given all her teddies away and wrote everyone a goodbye letter"
    heard = sense.sense(text, None)
    assert heard.share > 0.5
    assert "self_harm" in heard.kinds


def test_an_ordinary_question_is_not_thought_about(sense, monkeypatch):
    """Words as ordinary as "when is our area inspected" never reach the encoder."""

    class NoEncoder:
        def vector(self, text):
            """Must not be asked."""
            raise AssertionError(text)

    monkeypatch.setattr(sense, "_encoder", NoEncoder())
    assert sense.sense("when will our area be inspected next", None).share == 0


@pytest.mark.parametrize("text", ["", "   ", "মা আমাকে মারে", "12345"])
def test_what_is_not_english_script_is_left_to_rules(sense, text):
    """Other scripts, numbers and empty messages are not sensed at all."""
    assert sense.sense(text, read_detector().read(text)) is None


def test_a_file_holds_no_encoder(sense, tmp_path):
    """What was learned comes back from a file the same, and the encoder's weights are not in it."""
    path = tmp_path / "sense.joblib"
    save(sense, path)
    again = load(path, the_encoder())
    assert isinstance(again, DangerSense)
    text = "he has been gone since breakfast and his phone is off"
    assert again.sense(text, None) == sense.sense(text, None)
    assert path.stat().st_size < 60_000_000
