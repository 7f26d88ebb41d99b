"""The phrases that the sense of danger learns from: sets by different writers, none of them tested with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from nlu.danger.errors import BadWordList
from nlu.danger.word_lists import KINDS

FOLDER = Path(__file__).with_name("phrases")
DANGER, ALIKE = "_danger.yml", "_alike.yml"


@dataclass(frozen=True)
class PhraseSet:
    """The phrases of one writer: of danger as (kind, phrase), and look-alikes."""

    name: str
    danger: tuple[tuple[str, str], ...]
    alike: tuple[str, ...]


def read_phrases(folder: Path = FOLDER) -> list[PhraseSet]:
    """Every set of a folder: `<name>_danger.yml` beside `<name>_alike.yml`. Raises BadWordList."""
    return [_read(path, path.name.removesuffix(DANGER)) for path in sorted(folder.glob(f"*{DANGER}"))]


def _read(path: Path, name: str) -> PhraseSet:
    by_kind = _loaded(path)
    if not isinstance(by_kind, dict) or set(by_kind) - set(KINDS):
        raise BadWordList(path, by_kind, f"give lists of phrases under {', '.join(KINDS)}")
    alike = _loaded(path.with_name(name + ALIKE))
    danger = [(kind, phrase) for kind, phrases in by_kind.items() for phrase in phrases]
    return PhraseSet(name, tuple(danger), tuple(alike))


def _loaded(path: Path):
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (OSError, yaml.YAMLError) as error:
        raise BadWordList(path, type(error).__name__, "give a YAML file that can be read") from error
