"""Words of the rules' files, and whether they stand right before a place in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from bot.guard.personal.spans import BLANK

_FOLDER = Path(__file__).parent
_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*", re.UNICODE)
_NEAR = 60
"""Characters before a number in which its cue is looked for."""


def read_rules(name: str) -> dict[str, Any]:
    """A rules file of this folder, by its name without ending."""
    return yaml.safe_load((_FOLDER / f"{name}.yml").read_text(encoding="utf-8"))


def phrases(listed: str) -> frozenset[str]:
    """The phrases of a list whose entries are apart by "|"."""
    return frozenset(" ".join(one.split()) for one in listed.split("|") if one.strip())


class Cues:
    """Says whether one of some phrases stands right before a place; some words may stand between."""

    def __init__(self, listed: Iterable[str], between: Iterable[str] = ()):
        self._phrases, self._between = frozenset(listed), frozenset(between)
        self._longest = max((len(phrase.split()) for phrase in self._phrases), default=0)

    def lead_to(self, text: str, start: int) -> bool:
        """True when a cue ends right before `start`."""
        before = text[max(0, start - _NEAR) : start].rpartition(BLANK)[2]
        words = [found.group().lower() for found in _WORD.finditer(before)]
        for skipped in range(4):
            if self._ends_with_a_cue(words):
                return True
            if not words or words[-1] not in self._between or skipped == 3:
                return False
            words.pop()
        return False

    def _ends_with_a_cue(self, words: list[str]) -> bool:
        return any(" ".join(words[-count:]) in self._phrases for count in range(1, self._longest + 1))
