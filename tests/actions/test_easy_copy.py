"""The easy-read wording of turns that are not answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.replies.wording import EASY_READ
from bot.settings import ROOT
from tests.knowledge.plain_language import RULES, longest_sentence, reading_age

FILES = ("areas", "dialogue", "follow_ups")
FILLED = {"said": "Newcastle", "count": 33, "examples": "Camden or Barnet", "place": "That place", "district": "MK40"}
FILLED |= {"term": "Plan", "short": "It says what will be done.", "longer": ""}


def _leaves(copy: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    for key, value in copy.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*path, key))
        else:
            yield (*path, key), value


def _copy(file: str) -> dict[str, Any]:
    return yaml.safe_load(Path(ROOT / "actions" / "copy" / f"{file}.yml").read_text(encoding="utf-8"))


EASY = [
    pytest.param(file, path, text, id=f"{file}: {' > '.join(path)}")
    for file in FILES
    for path, text in _leaves(_copy(file)[EASY_READ])
]


@pytest.mark.parametrize(("file", "path", "text"), EASY)
def test_easy_wording_reads_easily(file, path, text):
    """Each easy-read wording reads at age 9 or below, a short sentence to an idea."""
    said = text.format(**FILLED)
    assert reading_age(said) <= RULES[EASY_READ]["age"], f"{file} {path} reads at age {reading_age(said):.1f}"
    assert longest_sentence(said) <= RULES[EASY_READ]["longest"]


@pytest.mark.parametrize(("file", "path", "text"), EASY)
def test_easy_wording_stands_for_a_standard_one(file, path, text):
    """Each easy-read wording has a standard one at the same place, with the same things to fill in."""
    standard: Any = _copy(file)
    for key in path:
        standard = standard[key]
    assert {name for name in FILLED if f"{{{name}}}" in text} <= {name for name in FILLED if f"{{{name}}}" in standard}
