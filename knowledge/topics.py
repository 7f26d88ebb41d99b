"""Topic files: one answer each, editable by people who do not program."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, Extra, Field, ValidationError

from knowledge.errors import BadFile

FOLDER = Path(__file__).parent / "topics"


class Fact(BaseModel, extra=Extra.forbid):
    """A fact an answer rests on: what it says, the ids of its sources, and how sure it is (A to C)."""

    says: str
    sources: list[str] = Field(min_items=1)
    confidence: str = Field(regex="^[ABC]$")


class Topic(BaseModel, extra=Extra.forbid):
    """One topic: its answers, what they rest on, and notes for editors."""

    id: str = Field(regex=r"^[a-z_]+\.[a-z0-9_]+$")
    title: str
    standard: str = Field(min_length=10)
    easy_read: str = Field(min_length=10)
    related: list[str] = []
    facts: list[Fact] = []
    guidance: list[str] = []
    never_say: list[str] = []
    editor_note: str = ""

    @property
    def source_ids(self) -> list[str]:
        """The ids of all sources, each once, in the order of the facts."""
        return list(dict.fromkeys(source for fact in self.facts for source in fact.sources))


def read_topic(path: Path) -> Topic:
    """Reads one topic file. Raises BadFile with the file, the key and the reason."""
    try:
        topic = Topic.parse_obj(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadFile(str(path), f"is not YAML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise BadFile(str(path), f"key {key}: {first['msg']}") from error
    if topic.id != f"{path.parent.name}.{path.stem}":
        raise BadFile(str(path), f"key id: is '{topic.id}', but the file's place says {path.parent.name}.{path.stem}")
    return topic


@lru_cache(maxsize=4)
def all_topics(folder: Path = FOLDER) -> dict[str, Topic]:
    """Every topic by id, in the order of their files. Raises BadFile."""
    return {topic.id: topic for topic in map(read_topic, sorted(folder.glob("*/*.yml")))}
