"""The three outcomes of the framework of 2023: official words, plain words, what follows."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, Extra, ValidationError

from knowledge.errors import BadFile

FILE = Path(__file__).with_name("outcomes.yml")


class Outcome(BaseModel, extra=Extra.forbid):
    """One outcome. `official` is quoted exactly; `source` is the id of the source it is quoted from."""

    name: str
    official: str
    plain: str
    told_to: str
    source: str
    topic: str


@lru_cache(maxsize=1)
def read_outcomes(path: Path = FILE) -> dict[int, Outcome]:
    """The outcomes by number. Raises BadFile."""
    try:
        return {
            int(number): Outcome.parse_obj(entry)
            for number, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items()
        }
    except (yaml.YAMLError, ValidationError, AttributeError, ValueError) as error:
        raise BadFile(str(path), str(error)) from error
