"""Public sets of questions to place the classifier among others: read from a folder, never stored here."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import BadFile

Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class PublicSet:
    """Questions to learn from and to be asked: (class, text) pairs."""

    name: str
    train: Pairs
    test: Pairs


def read_banking77(folder: Path) -> PublicSet:
    """Banking77 (Casanueva et al. 2020): `train.csv` and `test.csv` with the columns text and category.

    Raises BadFile.
    """
    return PublicSet("Banking77", *(_read_csv(folder / name) for name in ("train.csv", "test.csv")))


def read_clinc150(folder: Path) -> PublicSet:
    """CLINC150 (Larson et al. 2019): `data_full.json` with lists of [text, intent]; in-scope intents only.

    Raises BadFile.
    """
    path = folder / "data_full.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        parts = [[(intent, text) for text, intent in data[part]] for part in ("train", "test")]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadFile(str(path), f"is not the file of CLINC150 ({type(error).__name__}: {error})") from error
    return PublicSet("CLINC150", *parts)


READERS: dict[str, Callable[[Path], PublicSet]] = {"banking77": read_banking77, "clinc150": read_clinc150}


def read_all(folder: Path) -> Iterable[PublicSet]:
    """The sets found in the subfolders `banking77` and `clinc150`. Raises BadFile when there is neither."""
    found = [read(folder / name) for name, read in READERS.items() if (folder / name).is_dir()]
    if not found:
        raise BadFile(str(folder), f"holds none of the folders {', '.join(READERS)}")
    return found


def _read_csv(path: Path) -> Pairs:
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            return [(row["category"], row["text"]) for row in csv.DictReader(handle)]
    except (OSError, KeyError, UnicodeDecodeError) as error:
        raise BadFile(str(path), f"can't be read as Banking77 ({type(error).__name__}: {error})") from error
