"""Topics that turn into a look-up when an area is named."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import yaml


@lru_cache(maxsize=1)
def read_twins() -> dict[str, str]:
    """The look-up that each general topic becomes when an area is named."""
    return yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))


def for_named_area(ranking: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """The ranking of a question that names an area: a general topic gives its confidence to its look-up."""
    twins, merged = read_twins(), {}
    for topic, confidence in ranking:
        meant = twins.get(topic, topic)
        merged[meant] = merged.get(meant, 0.0) + confidence
    return sorted(merged.items(), key=lambda item: -item[1])
