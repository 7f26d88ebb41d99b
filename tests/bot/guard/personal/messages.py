"""The made messages: what must be marked stands in {kind:braces}."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

CORPUS = Path(__file__).parent / "corpus"
_BRACES = re.compile(r"\{([a-z_]+):([^{}]+)\}")


@dataclass(frozen=True)
class Message:
    """A message as a person types it, and each secret in it with its kind and place."""

    text: str
    secrets: tuple[tuple[str, int, int], ...]


def read(part: str) -> Iterator[Message]:
    """The messages of a part of the corpus: a file without ending."""
    for line in yaml.safe_load((CORPUS / f"{part}.yml").read_text(encoding="utf-8")):
        yield parsed(line)


def parsed(line: str) -> Message:
    """A message from its written form."""
    text, secrets, done = "", [], 0
    for found in _BRACES.finditer(line):
        text += line[done : found.start()]
        secrets.append((found[1], len(text), len(text) + len(found[2])))
        text += found[2]
        done = found.end()
    return Message(text + line[done:], tuple(secrets))
