"""Turning a general topic into its look-up when an area is named, or a comparison when two are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.twins import read_twins

Ranking = list[tuple[str, float]]


@lru_cache(maxsize=1)
def read_twins_of_two() -> dict[str, Any]:
    """The comparison, the topics that become it when two areas are named, and how sure it then is."""
    return yaml.safe_load(Path(__file__).with_name("twins_of_two.yml").read_text(encoding="utf-8"))


def for_named_area(ranking: Sequence[tuple[str, float]], several: bool = False) -> Ranking:
    """The ranking of a question that names an area: a general topic gives its confidence to its look-up.

    With several areas named, what may be a comparison takes the confidence of what it answers too.
    """
    ranking = _merged(ranking, read_twins())
    return _for_several(ranking) if several else ranking


def _for_several(ranking: Ranking) -> Ranking:
    two = read_twins_of_two()
    comparison = two["becomes"]
    if dict(ranking).get(comparison, 0.0) < two["from"]:
        return ranking
    ranking = _merged(ranking, dict.fromkeys(two["topics"], comparison))
    best, sure = ranking[0], two["confidence"]
    stronger = any(score >= two["from"] for topic, score in ranking if topic.partition(".")[0] in two["never_over"])
    if best[0] != comparison or best[1] >= sure or stronger:
        return ranking
    rest = (1 - sure) / (1 - best[1])
    return [(comparison, sure), *((topic, confidence * rest) for topic, confidence in ranking[1:])]


def _merged(ranking: Sequence[tuple[str, float]], twins: dict[str, str]) -> Ranking:
    merged: dict[str, float] = {}
    for topic, confidence in ranking:
        meant = twins.get(topic, topic)
        merged[meant] = merged.get(meant, 0.0) + confidence
    return sorted(merged.items(), key=lambda item: -item[1])
