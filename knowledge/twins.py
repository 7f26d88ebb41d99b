"""Topics that turn into a look-up when an area is named."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml


@lru_cache(maxsize=1)
def read_twins() -> dict[str, str]:
    """The look-up that each general topic becomes when an area is named."""
    return yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
