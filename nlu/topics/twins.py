"""Turning a general topic into its look-up when an area is named."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.twins import read_twins


def for_named_area(ranking: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """The ranking of a question that names an area: a general topic gives its confidence to its look-up."""
    twins, merged = read_twins(), {}
    for topic, confidence in ranking:
        meant = twins.get(topic, topic)
        merged[meant] = merged.get(meant, 0.0) + confidence
    return sorted(merged.items(), key=lambda item: -item[1])
