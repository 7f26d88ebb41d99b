"""The inputs that fuzzing begins with."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml


@lru_cache(maxsize=1)
def _all() -> dict[str, list[str]]:
    return yaml.safe_load(Path(__file__).with_name("seeds.yml").read_text(encoding="utf-8"))


def seeds(target: str) -> list[bytes]:
    """The seeds of a target."""
    return [seed.encode() for seed in _all()[target]]
