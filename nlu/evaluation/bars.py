"""The floor under understanding: what the build fails below."""

from __future__ import annotations

from pathlib import Path

import yaml

from nlu.evaluation.figures import Figures

FILE = Path(__file__).with_suffix(".yml")


def missed(figures: Figures, path: Path = FILE) -> list[str]:
    """A line for each figure that misses its bar, with both values; none when all hold."""
    bars = yaml.safe_load(path.read_text(encoding="utf-8"))
    low = [(name, bar, getattr(figures, name)) for name, bar in bars["at_least"].items()]
    high = [(name, bar, getattr(figures, name)) for name, bar in bars["at_most"].items()]
    return [f"{name} is {found:.1%}, below {bar:.1%}" for name, bar, found in low if found < bar] + [
        f"{name} is {found:.1%}, above {bar:.1%}" for name, bar, found in high if found > bar
    ]
