"""When a name that is also an ordinary word (Reading, Deal) or somebody's name (Shirley) is meant as a place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml

from nlu.text import Word

_WORDS = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))


def _listed(name: str) -> frozenset[str]:
    return frozenset(_WORDS[name].split())


LEADING, FOLLOWING, NOT_AFTER = _listed("leading"), _listed("following"), _listed("not_after")
WITHIN, LIVING, COUNCIL = _listed("within"), _listed("living"), _listed("council")
ASKED, DONE = _listed("asked"), _listed("done")
SURNAME_SIGNS, FIRST_NAMES = _listed("surname_signs"), _listed("first_names")
CLUBS, ROADS = _listed("clubs"), _listed("roads")
OTHER_SENSES = {name: frozenset(after.split()) for name, after in _WORDS["other_senses"].items()}
HINTED = "hinted"


def word_before(tokens: list[Word], first: int) -> str:
    """The word before the one at `first`, or an empty text."""
    return tokens[first - 1].plain if first else ""


def word_after(tokens: list[Word], last: int) -> str:
    """The word after the one at `last`, or an empty text."""
    return tokens[last + 1].plain if last + 1 < len(tokens) else ""


def is_a_surname(tokens: list[Word], first: int, last: int, text: str) -> bool:
    """True after "Mrs", "her surname is" and a first name ("Sarah Kent"), but not for "Sarah, Kent"."""
    if SURNAME_SIGNS & {token.plain for token in tokens[max(0, first - 2) : first]}:
        return True
    if word_before(tokens, first) not in FIRST_NAMES or word_after(tokens, last) in COUNCIL:
        return False
    return text[tokens[first - 1].end : tokens[first].start].isspace()


def has_other_sense(tokens: list[Word], first: int, last: int) -> bool:
    """True for "derby day", "the hull of a boat", "Leeds United" and "London Road"."""
    after = word_after(tokens, last)
    if after in CLUBS or after in ROADS:
        return True
    senses = OTHER_SENSES.get(tokens[first].plain) if first == last else None
    an_object = word_before(tokens, first) in ("the", "a") and after in ("", "of")
    return senses is not None and (after in senses or an_object)


def is_place(tokens: list[Word], first: int, last: int, text: str, kind: str = HINTED) -> bool:
    """True when a name of a kind of `ordinary_words.csv` reads as a place: alone, or as its kind demands."""
    if first == 0 and last == len(tokens) - 1:
        return True
    if has_other_sense(tokens, first, last) or _is_a_thing(tokens, first, text):
        return False
    return any(sign(tokens, first, last, text) for sign in _SIGNS[kind])


def _is_a_thing(tokens: list[Word], first: int, text: str) -> bool:
    """True for "the bath" and "no deal", but not for "no, Bury"."""
    return word_before(tokens, first) in NOT_AFTER and text[tokens[first - 1].end : tokens[first].start].isspace()


def _hinted(tokens: list[Word], first: int, last: int, text: str) -> bool:
    return word_after(tokens, last) in FOLLOWING or word_before(tokens, first) in LEADING


def _capital(tokens: list[Word], first: int, last: int, text: str) -> bool:
    return first > 0 and text[tokens[first].start : tokens[last].end].istitle() and not text.isupper()


def _council(tokens: list[Word], first: int, last: int, text: str) -> bool:
    return word_after(tokens, last) in COUNCIL


def _within(tokens: list[Word], first: int, last: int, text: str) -> bool:
    return word_before(tokens, first) in WITHIN


def _within_capital(tokens: list[Word], first: int, last: int, text: str) -> bool:
    return _within(tokens, first, last, text) and _capital(tokens, first, last, text)


def _lived_in(tokens: list[Word], first: int, last: int, text: str) -> bool:
    leads = word_before(tokens, first) in WITHIN | {"to", "from"}
    return leads and first > 1 and tokens[first - 2].plain in LIVING


def _asked_about(tokens: list[Word], first: int, last: int, text: str) -> bool:
    return word_before(tokens, first) in ASKED and word_after(tokens, last) in DONE


_SIGNS: dict[str, tuple[Callable[[list[Word], int, int, str], bool], ...]] = {
    HINTED: (_hinted, _capital),
    "word": (_council, _lived_in, _asked_about, _within_capital),
    "person": (_council, _within),
    "name and word": (_council, _within_capital),
    "month": (_council, _lived_in),
}
KINDS = frozenset(_SIGNS)
