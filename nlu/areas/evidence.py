"""When a name that is also an ordinary word (Reading, Bath, Sale) is meant as a place."""

from __future__ import annotations

from pathlib import Path

import yaml

from nlu.text import Word

_WORDS = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
LEADING = frozenset(_WORDS["leading"].split())
FOLLOWING = frozenset(_WORDS["following"].split())
NOT_AFTER = frozenset(_WORDS["not_after"].split())
SURNAME_SIGNS = frozenset(_WORDS["surname_signs"].split())
OTHER_SENSES = {name: frozenset(after.split()) for name, after in _WORDS["other_senses"].items()}


def word_before(tokens: list[Word], first: int) -> str:
    """The word before the one at `first`, or an empty text."""
    return tokens[first - 1].plain if first else ""


def word_after(tokens: list[Word], last: int) -> str:
    """The word after the one at `last`, or an empty text."""
    return tokens[last + 1].plain if last + 1 < len(tokens) else ""


def is_a_surname(tokens: list[Word], first: int) -> bool:
    """True after "Mrs" or "her surname is"."""
    return bool(SURNAME_SIGNS & {token.plain for token in tokens[max(0, first - 2) : first]})


def has_other_sense(tokens: list[Word], first: int, last: int) -> bool:
    """True for "derby day" and "the hull of a boat"."""
    senses, after = OTHER_SENSES.get(tokens[first].plain), word_after(tokens, last)
    an_object = word_before(tokens, first) in ("the", "a") and after in ("", "of")
    return senses is not None and (after in senses or an_object)


def is_place(tokens: list[Word], first: int, last: int, text: str) -> bool:
    """True when an ordinary word at `first`..`last` reads as a place: alone, led in, followed up, a capital."""
    if first == 0 and last == len(tokens) - 1:
        return True
    if has_other_sense(tokens, first, last) or word_before(tokens, first) in NOT_AFTER:
        return False
    if word_after(tokens, last) in FOLLOWING or word_before(tokens, first) in LEADING:
        return True
    written = text[tokens[first].start : tokens[last].end]
    return first > 0 and written.istitle() and not text.isupper()
