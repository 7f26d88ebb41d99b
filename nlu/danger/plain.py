"""The words of a message in one plain form, whatever script it is in, with an empty word where a sentence ends."""

from __future__ import annotations

import re
import unicodedata

END = ""
"""Stands between two sentences: no pattern reaches across it."""

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0dff"
"""Vowel signs that Python does not count among letters."""
_LETTER = rf"[^\W_{_MARKS}]|[{_MARKS}]"
_INNER = r"['*@$!|]{1,3}"
_WORD = re.compile(rf"[@$]?(?:{_LETTER})+(?:{_INNER}(?:{_LETTER})+)*|(?P<end>[.!?;…؟۔।]+(?=\s|$)|\n)")
_ASCII_WORD = re.compile(rf"[@$]?[a-z0-9]+(?:{_INNER}[a-z0-9]+)*|(?P<end>[.!?;]+(?=\s|$)|\n)")
_APOSTROPHES = str.maketrans("’‘`´ʼ′＇", "'''''''")
_DROPPED = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u2060-\u2069\ufeff\u00ad]"
)
_SAME = {
    **dict.fromkeys("ىیېےئ", "ي"),
    **dict.fromkeys("کڪ", "ك"),
    **dict.fromkeys("ةہۂۃھە", "ه"),
    **dict.fromkeys("أإآٱ", "ا"),
    "ؤ": "و",
    "ł": "l",
    "ø": "o",
    "ı": "i",
    "।": ".",
}
"""Letters written in several ways, and letters without a plain one inside them."""
_LOOK_LATIN = dict(zip("аеорсухіјѕкмтвн", "aeopcyxijskmtbh", strict=True))
"""Cyrillic letters that pass for Latin ones."""
_TABLE = str.maketrans({**_SAME, **_LOOK_LATIN})


def flat(text: str) -> str:
    """The text in lower case, without accents and hidden characters, each letter written one way."""
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).lower())
    return _DROPPED.sub("", lowered).translate(_TABLE)


def plain_words(text: str) -> list[str]:
    """The words of a text, with END where a sentence ends. Signs inside a word ("k*ll", "don't") are kept."""
    plain = flat(text)
    pattern = _ASCII_WORD if plain.isascii() else _WORD
    return [END if found.lastgroup else found.group() for found in pattern.finditer(plain)]


def bare(word: str) -> str:
    """A word without its apostrophes."""
    return word.replace("'", "") if "'" in word else word
