"""How much rules, words and meaning count, and from where on danger is sure or possible. Chosen, never by hand."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import yaml

FILE = Path(__file__).with_name("weights.yml")


@dataclass(frozen=True)
class Weights:
    """Chosen by `python -m nlu.danger.sense.choosing` on sets of phrases that were left out of learning.

    sure_from: from this share on, help is all that is said. possible_from: from this one, it is said first.
    asks_meaning_from: below this distance by words alone nothing else is asked, so that most messages cost little.
    """

    words: float
    meaning: float
    rule: float
    broad_rule: float
    offset: float
    asks_meaning_from: float
    possible_from: float
    sure_from: float

    def share(self, features: np.ndarray) -> float:
        """How likely danger is, 0 to 1."""
        value = float(features @ [self.words, self.meaning, self.rule, self.broad_rule]) + self.offset
        return 1 / (1 + math.exp(-value))


@lru_cache(maxsize=1)
def read_weights(path: Path = FILE) -> Weights:
    """The weights in use."""
    return Weights(**yaml.safe_load(path.read_text(encoding="utf-8")))


def write_weights(weights: Weights, note: str, path: Path = FILE) -> None:
    """Keeps newly chosen weights, with a note on what they were chosen from."""
    rounded = {name: round(value, 4) for name, value in asdict(weights).items()}
    path.write_text(f"# {note}\n{yaml.safe_dump(rounded, sort_keys=False)}", encoding="utf-8")
