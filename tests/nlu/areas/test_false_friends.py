"""Ordinary words, surnames and other senses that look like places, and the same words where they are places."""

from pathlib import Path

import pytest
import yaml

SENTENCES = yaml.safe_load(Path(__file__).with_name("false_friends.yml").read_text(encoding="utf-8"))
PLACES = [(text, one["areas"]) for one in SENTENCES["places"].values() for text in one["text"]]


@pytest.mark.parametrize("text", SENTENCES["text"])
def test_a_false_friend_stays_text(finder, text):
    """A word that is no place where it stands is not taken for one."""
    assert finder.find(text) == []


@pytest.mark.parametrize(("text", "names"), PLACES)
def test_the_same_word_as_a_place_is_found(finder, areas, text, names):
    """The same word is found where the sentence reads as if a place were meant."""
    codes = {area.name: area.gss_code for area in areas}
    assert [mention.codes for mention in finder.find(text)] == [tuple(codes[name] for name in names)]


def test_there_are_enough_sentences():
    """At least a hundred sentences each way."""
    assert len(SENTENCES["text"]) >= 100
    assert len(PLACES) >= 100
