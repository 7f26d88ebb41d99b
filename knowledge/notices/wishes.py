"""Which events a person means: "when the survey opens" is not "when the report is out"."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

from knowledge.notices.events import ALL_EVENTS, REPORT_EVENTS, SURVEY_EVENTS

FILE = Path(__file__).with_name("wishes.yml")
_WORD = re.compile(r"[a-z]+")


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in data.items()}


def events_meant(text: str) -> tuple[str, ...]:
    """The events named in a wish; all of them when it names none, or both surveys and reports."""
    said, words = set(_WORD.findall(text.lower())), _words()
    survey, report = bool(said & words["survey"]), bool(said & words["report"])
    if survey == report:
        return ALL_EVENTS
    return SURVEY_EVENTS if survey else REPORT_EVENTS
