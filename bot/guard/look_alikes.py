"""Hidden and look-alike characters: what a person sees is what we read."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("look_alikes.yml")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ\u1e00-\u1eff]")
_HIDDEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Characters that show nothing, though Unicode calls them letters, marks or symbols."""
_MOST_MARKS, _MOST_ON_LATIN = 3, 1
"""Marks one letter can bear: Bengali and Arabic have three at most, Latin letters have theirs built in by now."""


def without_hidden(text: str) -> str:
    """The text without control, format, private and blank characters, but with line ends and tabs."""
    kept = "".join(char for char in text if char in "\n\t" or unicodedata.category(char)[0] != "C")
    return kept if kept.isascii() else _HIDDEN.sub("", kept)


def with_few_marks(text: str) -> str:
    """The text with no more marks on a letter than any language puts there."""
    if text.isascii():
        return text
    kept, run, most = [], 0, _MOST_ON_LATIN
    for char in text:
        if unicodedata.category(char) in ("Mn", "Me"):
            run += 1
            if run > most:
                continue
        else:
            run, most = 0, _MOST_ON_LATIN if _LATIN.match(char) or not char.isalpha() else _MOST_MARKS
        kept.append(char)
    return "".join(kept)


def with_one_alphabet(text: str) -> str:
    """The text with Latin letters for their look-alikes, in words that mix alphabets.

    A word of nothing but look-alikes ("аѕk") is mended too where the rest of the text is Latin.
    """
    if text.isascii():
        return text
    table = _table()
    others = [char for char in text if char.isalpha() and not _LATIN.match(char)]
    all_alike = bool(_LATIN.search(text)) and all(char in table for char in others)

    def mended(found: re.Match) -> str:
        word = found.group()
        if not any(char in table for char in word) or not (all_alike or _LATIN.search(word)):
            return word
        return "".join(table.get(char, char) for char in word)

    return _WORD.sub(mended, text)


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    read = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    small = {**read["cyrillic"], **read["greek"], **read["latin"]}
    capitals = {alike.upper(): letter.upper() for alike, letter in small.items() if len(alike.upper()) == 1}
    return {**capitals, **small, **read["capitals"]}
