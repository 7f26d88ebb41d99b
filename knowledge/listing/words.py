"""The words by which lists are asked for, read from `words.yml`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.errors import BadFile

FILE = Path(__file__).with_suffix(".yml")
Meaning = tuple[str, Any]
Phrases = dict[tuple[str, ...], list[Meaning]]


def split(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without apostrophes; "&" is "and"."""
    bare = re.sub(r"['’`]", "", text.lower().replace("&", " and "))
    return tuple(re.findall(r"[^\W_]+", bare))


@lru_cache(maxsize=1)
def read_words(path: Path = FILE) -> dict[str, Any]:
    """The file as it is. Raises BadFile."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise BadFile(str(path), str(error)) from error


@lru_cache(maxsize=1)
def read_phrases(path: Path = FILE) -> Phrases:
    """Every phrase with what it means. Raises BadFile."""
    phrases: Phrases = defaultdict(list)
    try:
        for phrase, meaning in _entries(read_words(path)):
            phrases[split(phrase)].append(meaning)
    except (KeyError, TypeError, AttributeError) as error:
        raise BadFile(str(path), str(error)) from error
    return dict(phrases)


def _entries(words: dict[str, Any]) -> Iterator[tuple[str, Meaning]]:
    yield from _each(words["regions"].items(), lambda region: ("regions", (region,)))
    for entry in words["several_regions"]:
        yield from _each([(tuple(entry["regions"]), entry["words"])], lambda regions: ("regions", regions))
    for section in ("outcomes", "kinds", "orders"):
        yield from _each(words[section].items(), lambda value, section=section: (section, value))
    for section in ("visited", "published", "graded", "nothing"):
        yield from _each([(True, words[section])], lambda value, section=section: (section, value))


def _each(entries: Iterable[tuple[Any, Any]], meaning) -> Iterator[tuple[str, Meaning]]:
    for value, phrases in entries:
        listed = phrases if isinstance(phrases, list) else phrases.split("|")
        yield from ((phrase, meaning(value)) for phrase in listed)
