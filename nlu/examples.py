"""Reading example questions: one file a topic, one question a line."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(os.environ.get("EXAMPLES_DIR") or Path(__file__).parent / "examples")
"""The examples in use; `bench` points this at a sample."""


def read_examples(folder: Path = FOLDER) -> Iterator[tuple[str, str]]:
    """Yields (topic id, question) from every `<group>/<name>.txt` below `folder`; skips # comments."""
    for path in sorted(folder.glob("*/*.txt")):
        topic = topic_of(path)
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield topic, line.strip()


def topic_of(path: Path) -> str:
    """The topic id a file's place stands for; a group with a single `term` file is its own topic."""
    return path.parent.name if path.stem == "term" else f"{path.parent.name}.{path.stem}"
