"""Answers say what the brief says they must, and never what it forbids (tests/truth)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from knowledge.topics import all_topics

TRUTH = Path(__file__).parents[1] / "truth"
PATHS = [pytest.param(path, id=f"{path.parent.name}.{path.stem}") for path in sorted(TRUTH.glob("*/*.yml"))]


@cache
def _read(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _found(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE | re.DOTALL) is not None


@pytest.mark.parametrize("path", PATHS)
def test_the_file_is_about_its_topic(path):
    """A truth file names the topic of its place and has only known keys, with patterns that compile."""
    truth = _read(path)
    assert set(truth) == {"topic", "must_say", "must_not_say"}
    assert truth["topic"] == f"{path.parent.name}.{path.stem}"
    assert truth["topic"] in all_topics()
    for entry in truth["must_say"]:
        assert set(entry) | {"easy"} == {"point", "patterns", "easy"}
    for entry in truth["must_not_say"]:
        assert set(entry) == {"claim", "patterns"}
    for entry in truth["must_say"] + truth["must_not_say"]:
        assert entry["patterns"]
        assert all(re.compile(pattern) for pattern in entry["patterns"])


@pytest.mark.parametrize("path", PATHS)
def test_both_answers_say_every_point(path):
    """Every pattern is found in the standard answer and, but for points marked `easy: false`, in easy read."""
    truth = _read(path)
    topic = all_topics()[truth["topic"]]
    missing = [
        (style, entry["point"], pattern)
        for entry in truth["must_say"]
        for style in (["standard", "easy_read"] if entry.get("easy", True) else ["standard"])
        for pattern in entry["patterns"]
        if not _found(pattern, getattr(topic, style))
    ]
    assert missing == []


@pytest.mark.parametrize("path", PATHS)
def test_neither_answer_makes_a_false_claim(path):
    """No pattern of a forbidden claim is found in either answer."""
    truth = _read(path)
    topic = all_topics()[truth["topic"]]
    said = [
        (style, entry["claim"], pattern)
        for style in ("standard", "easy_read")
        for entry in truth["must_not_say"]
        for pattern in entry["patterns"]
        if _found(pattern, getattr(topic, style))
    ]
    assert said == []


def test_every_topic_has_a_truth_file():
    """Every topic has a truth file, but for what is out of scope."""
    expected = {topic_id for topic_id in all_topics() if not topic_id.startswith("out_of_scope.")}
    assert {path.id for path in PATHS} == expected


@pytest.mark.parametrize("path", PATHS)
def test_every_fact_is_checked(path):
    """There are at least as many points as the topic has facts, and at least one."""
    truth = _read(path)
    assert len(truth["must_say"]) >= max(1, len(all_topics()[truth["topic"]].facts))
