"""Recognising a follow-up: the whole message must be one of the phrases, filler words aside."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from rapidfuzz.distance import OSA

from nlu.text import key

FILE = Path(__file__).with_name("phrases.yml")
GROUP = "follow_up"
SLIPS_FROM = 9
"""Letters a phrase must have before one slip is forgiven in it."""
_AROUND = "around"


@lru_cache(maxsize=1)
def _phrases() -> tuple[dict[str, str], frozenset[str]]:
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    around = frozenset(data.pop(_AROUND).split())
    return {" ".join(key(phrase)): kind for kind, lines in data.items() for phrase in lines}, around


KINDS = frozenset(_phrases()[0].values())


def follow_up(text: str) -> str | None:
    """The topic of a follow-up ("follow_up.why"), or None when the message is anything else."""
    phrases, around = _phrases()
    words = list(key(text))
    found = phrases.get(" ".join(words))
    while found is None and words and (words[0] in around or words[-1] in around):
        words = words[1:] if words[0] in around else words[:-1]
        found = phrases.get(" ".join(words))
    found = found or _nearly(" ".join(words), phrases)
    return f"{GROUP}.{found}" if found else None


def is_kind(text: str, kind: str) -> bool:
    """True when the message is a follow-up of this kind."""
    return follow_up(text) == f"{GROUP}.{kind}"


def _nearly(said: str, phrases: dict[str, str]) -> str | None:
    if len(said) < SLIPS_FROM:
        return None
    alike = (p for p in phrases if len(p) >= SLIPS_FROM and abs(len(p) - len(said)) <= 1)
    near = {phrases[p] for p in alike if OSA.distance(said, p, score_cutoff=1) <= 1}
    return near.pop() if len(near) == 1 else None
