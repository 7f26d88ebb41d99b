"""The wording the classifier reads: lower case, places replaced by one word each."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from knowledge.marks import without_marks
from nlu.areas import Mention

AREA = " xareax "
NATION = " xnationx "
ABROAD = " xabroadx "
MEANT = {AREA: " our area ", NATION: " wales ", ABROAD: " france "}
"""What the marks stand for where the meaning of a sentence is read."""
_ELSEWHERE = "elsewhere"
"""The nation of places outside these islands: what is asked about those is seldom what is asked about Wales."""


def masked(text: str, mentions: Sequence[Mention]) -> str:
    """The text in lower case without apostrophes, every named place replaced by the same word.

    So "did Kent fail" and "did Luton fail" are one wording, and no topic is learned from a place. Marks of personal
    data are not read.
    """
    for mention in reversed(mentions):
        text = text[: mention.start] + _mark(mention) + text[mention.end :]
    return without_marks(text).lower().replace("’", "").replace("'", "").replace("`", "")


def as_area(wording: str) -> str:
    """The wording as it would be if its places outside England were areas."""
    return wording.replace(NATION, AREA).replace(ABROAD, AREA)


def _mark(mention: Mention) -> str:
    if not mention.nation:
        return AREA
    return ABROAD if mention.nation == _ELSEWHERE else NATION


def for_meaning(wording: str) -> str:
    """The wording as a sentence: plain words where the marks of places stood."""
    for mark, words in MEANT.items():
        wording = wording.replace(mark, words)
    return " ".join(wording.split())


def is_english_script(wording: str) -> bool:
    """True when at least nine of ten letters are Latin: other scripts mean nothing to the encoder."""
    letters = [char for char in wording if char.isalpha()]
    latin = sum(unicodedata.name(char, "").startswith("LATIN") for char in letters)
    return bool(letters) and latin >= 0.9 * len(letters)
