"""Marks: what stands in a message where a name, a phone number or the like was."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("marks.yml")
_READ = yaml.safe_load(_FILE.read_text(encoding="utf-8"))

MARKS: dict[str, str] = {kind: entry["text"] for kind, entry in _READ.items()}
"""The mark of each kind of personal data."""

MARK = re.compile("|".join(re.escape(mark) for mark in MARKS.values()))
"""Finds marks in a text."""

METADATA = "personal_kinds"
"""The key of a message's metadata that says which kinds were taken out of it (`bot.engine.agent` puts it there)."""

_READS_AS = {entry["text"]: entry["reads_as"] for entry in _READ.values()}


def without_marks(text: str) -> str:
    """The text as it is read: no marks, and a plain word where the sentence needs one."""
    if "[" not in text:
        return text
    return MARK.sub(lambda found: _READS_AS[found.group()], text)
