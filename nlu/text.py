"""Words of a message in a form that can be compared, with their places in the original."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*|&")
_POSSESSIVE = re.compile(r"['’`]s$", re.IGNORECASE)
_PLAIN = {"&": "and"}


@dataclass(frozen=True)
class Word:
    """One word: its plain form (lower case, no accents or apostrophes) and where it stands."""

    plain: str
    start: int
    end: int


def plain(word: str) -> str:
    """The word in lower case without accents, apostrophes and a possessive 's; "&" becomes "and"."""
    if word in _PLAIN:
        return _PLAIN[word]
    bare = _POSSESSIVE.sub("", word.lower())
    if bare.isascii() and bare.isalnum():
        return bare
    decomposed = unicodedata.normalize("NFKD", bare)
    return "".join(char for char in decomposed if char.isalnum())


def words(text: str) -> list[Word]:
    """The words of a text, in order. Hyphens and other punctuation separate words."""
    found = ((plain(m.group()), m) for m in _WORD.finditer(text))
    return [Word(form, m.start(), m.end()) for form, m in found if form]


def key(text: str) -> tuple[str, ...]:
    """The plain words of a text, for looking a name up."""
    return tuple(word.plain for word in words(text))
