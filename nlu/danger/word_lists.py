"""Reading the word lists of `nlu/danger/words`: one file a language, kept by people who know the language.

A file holds `lists` (named words), `danger` (patterns by kind), `broad` (patterns by kind that say less for sure, and
do not count where one of `beside` stands close by: "council", "policy"), `whole_message` (patterns that count only
when they are all that was said), `fillers` (words that do not count in a whole message: "please"), `alike` (patterns
that look like danger and are not), and `same_as` (slang for another word).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from nlu.danger.errors import BadWordList
from nlu.danger.patterns import Pattern, parse
from nlu.danger.plain import bare, flat

FOLDER = Path(__file__).parent / "words"
NOT_SLIPS = Path(__file__).parent / "not_slips.txt"
KINDS = ("emergency", "danger", "missing", "self_harm", "abuse")
"""The kinds of danger, the most urgent first."""
ANY = "any"
"""The file of words that belong to no language ("999", "SOS")."""
SECTIONS = {"lists", "danger", "broad", "beside", "whole_message", "fillers", "alike", "same_as"}


@dataclass(frozen=True)
class WordList:
    """The patterns of one language (None: of none in particular)."""

    language: str | None
    danger: tuple[tuple[str, Pattern], ...]
    broad: tuple[tuple[str, Pattern], ...]
    beside: tuple[Pattern, ...]
    whole: tuple[tuple[str, Pattern], ...]
    alike: tuple[Pattern, ...]
    fillers: frozenset[str]
    same_as: dict[str, str]


def read_word_lists(folder: Path = FOLDER) -> list[WordList]:
    """Every language's patterns, English first. Raises BadWordList with the file, the line and what to do."""
    paths = sorted(folder.glob("*.yml"), key=lambda path: (not path.stem.startswith("en"), path.stem))
    return [_read(path) for path in paths]


def read_not_slips(path: Path = NOT_SLIPS) -> frozenset[str]:
    """The ordinary words that are one letter away from a word of the patterns."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _content(path: Path) -> dict[str, Any]:
    # the base loader leaves every word as it is written: "on" and "no" are words here, not truth values
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def _read(path: Path) -> WordList:
    data = _content(path)
    for section in set(data) - SECTIONS:
        raise BadWordList(path, section, f"there is no such section; use {', '.join(sorted(SECTIONS))}")
    language = path.stem.partition("_")[0]
    if path.stem != language:  # a second file of a language goes by the lists of the first
        lists = _content(path.with_name(f"{language}.yml")).get("lists") or {}
    else:
        lists = data.get("lists") or {}
    return WordList(
        None if language == ANY else language,
        _by_kind(path, data.get("danger") or {}, lists),
        _by_kind(path, data.get("broad") or {}, lists),
        _each(path, data.get("beside") or (), lists),
        _by_kind(path, data.get("whole_message") or {}, lists),
        _each(path, data.get("alike") or (), lists),
        frozenset(bare(flat(word)) for word in str(data.get("fillers") or "").split()),
        {flat(said): bare(flat(meant)) for said, meant in (data.get("same_as") or {}).items()},
    )


def _each(path: Path, lines: Sequence[Any], lists: Mapping[str, Sequence[str]]) -> tuple[Pattern, ...]:
    return tuple(found for line in lines for found in _parsed(path, line, lists))


def _by_kind(path: Path, by_kind: Mapping[str, Sequence[Any]], lists: Mapping[str, Sequence[str]]):
    for kind in set(by_kind) - set(KINDS):
        raise BadWordList(path, kind, f"there is no such kind; use {', '.join(KINDS)}")
    return tuple((kind, found) for kind in by_kind for line in by_kind[kind] for found in _parsed(path, line, lists))


def _parsed(path: Path, line: Any, lists: Mapping[str, Sequence[str]]) -> list[Pattern]:
    if not isinstance(line, str):
        raise BadWordList(path, line, 'a pattern is a line of words; put it in "quotation marks"')
    try:
        return parse(line, lists)
    except KeyError as error:
        raise BadWordList(path, line, f"there is no list named {error} in this file") from None
    except ValueError as error:
        raise BadWordList(path, line, str(error)) from None
