"""Dates, and which of them are dates of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guard.personal.cues import Cues, phrases, read_rules
from bot.guard.personal.spans import Span

_RULES = read_rules("dates")
_BIRTH = Cues(phrases(_RULES["birth"]), phrases(_RULES["between"]))
_PERSON = Cues(phrases(_RULES["people"]), phrases(_RULES["between"]))
_OLDEST, _NEWEST_WITHOUT_A_WORD = 1920, 2015
"""A date of a person that no word calls a birthday: the first inspections of areas were in 2016."""

_MONTH = "|".join(sorted(phrases(_RULES["months"]), key=len, reverse=True))
_DAY, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:(?:19|20)\d\d|'?\d\d)"
_DATE = re.compile(
    rf"(?<![\d/.\-])(?:{_DAY}[ ]?([/.\-])[ ]?(?:0?[1-9]|1[0-2])[ ]?\1[ ]?(?P<a>{_YEAR})"
    rf"|(?P<b>(?:19|20)\d\d)([/.\-])(?:0?[1-9]|1[0-2])\4{_DAY}"
    rf"|{_DAY}(?:st|nd|rd|th)?[ .\-]{{0,2}}(?:of[ ])?(?:{_MONTH})\b\.?,?(?:[ \-]{{0,2}}(?P<c>{_YEAR}))?"
    rf"|\b(?:{_MONTH})\.?[ ]{_DAY}(?:st|nd|rd|th)?\b,?(?:[ ](?P<d>(?:19|20)\d\d))?)(?![\d])",
    re.IGNORECASE,
)
_SPACED = re.compile(rf"(?<!\d){_DAY}[ ]?(?:0?[1-9]|1[0-2])[ ]?(?:(?:19|20)\d\d|\d\d)(?![\d/])")
_AFTER = re.compile(
    rf"[\s,.)\-]*(?:(?:is|was|it's|his|her|my|their|the|when|he|she|was|he's|date|of)\s+)*"
    rf"(?:{'|'.join(sorted(phrases(_RULES['after'])))})\b",
    re.IGNORECASE,
)
_HINT = re.compile(r"\d")


def dates(text: str) -> list[Span]:
    """Every date in a text, so that none is taken for another kind of number."""
    if not _HINT.search(text):
        return []
    return [Span("birth_date", found.start(), found.end()) for found in _DATE.finditer(text)]


def birth_dates(text: str) -> Iterator[Span]:
    """The dates of birth in a text (see `spans.shadow`)."""
    if not _HINT.search(text):
        return
    for found in _DATE.finditer(text):
        if _is_birth(text, found.start(), found.end()) or _is_of_a_person(text, found):
            yield Span("birth_date", found.start(), found.end())
    for found in _SPACED.finditer(text):
        if _BIRTH.lead_to(text, found.start()):
            yield Span("birth_date", found.start(), found.end())


def _is_birth(text: str, start: int, end: int) -> bool:
    return _BIRTH.lead_to(text, start) or bool(_AFTER.match(text, end))


def _is_of_a_person(text: str, found: re.Match) -> bool:
    year = next((found[name] for name in "abcd" if found[name]), "")
    old_enough = year.isdigit() and len(year) == 4 and _OLDEST <= int(year) <= _NEWEST_WITHOUT_A_WORD
    return old_enough and _PERSON.lead_to(text, found.start())
