"""The glossary: what a bit of jargon means, in a sentence or two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from knowledge.loading.load import BUNDLED
from knowledge.loading.rows import read_rows

COLUMNS = ("term", "short_definition", "longer_explanation", "also_called", "topic_id", "source_url")


@dataclass(frozen=True)
class Term:
    """One term: its meaning in a sentence, more in a second, other names, and the topic that says more."""

    name: str
    short: str
    longer: str
    also_called: tuple[str, ...]
    topic: str | None
    source_url: str


@lru_cache(maxsize=1)
def read_glossary(folder: Path = BUNDLED) -> tuple[Term, ...]:
    """Every term of `glossary.csv`. Raises BadRow or BadFile."""
    return tuple(
        Term(
            name=row.text("term"),
            short=row.text("short_definition"),
            longer=row.optional("longer_explanation") or "",
            also_called=tuple(name.strip() for name in (row.optional("also_called") or "").split("|") if name.strip()),
            topic=row.optional("topic_id"),
            source_url=row.required_link("source_url"),
        )
        for row in read_rows(folder / "glossary.csv", COLUMNS, key=("term",))
    )


def find_term(text: str) -> Term | None:
    """The term a question names: the one whose name or other name is longest. None when it names none."""
    wanted = f" {_plain(text)} "
    found = [
        (len(name), term)
        for name, term in _names()
        if f" {name} " in wanted or (len(name) > 3 and f" {name}s " in wanted)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, Term], ...]:
    return tuple((_plain(name), term) for term in read_glossary() for name in (term.name, *term.also_called))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("’", "")))
