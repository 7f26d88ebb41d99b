"""Street addresses. Their words are in `addresses.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guard.personal.cues import Cues, phrases, read_rules
from bot.guard.personal.naming import Sentence
from bot.guard.personal.spans import Span
from bot.guard.personal.words import plain

_RULES = read_rules("addresses")
_LEADS = Cues(phrases(_RULES["leads"]), ("is", "at", "the"))
_NEVER = frozenset(_RULES["never_between"].split())
_SURE, _PERHAPS = (_RULES[name].split() for name in ("streets", "perhaps_streets"))
_TYPE = "|".join(sorted({*_SURE, *_PERHAPS}, key=len, reverse=True))
_OF_STREETS = frozenset(("Old", "Main", "Long"))
_SURE_TYPES = frozenset(_SURE)

_FLAT = r"(?:(?:flat|apartment|apt|unit|room)[ ]*[\w]{1,4}(?:[ ]*,[ ]*|[ ]+))"
_HOUSE = r"(?:\d{1,4}[a-d]?(?:[ ]?[\-/][ ]?\d{1,4})?(?:[ ]*,[ ]*|[ ]+))"
_NUMBERED = re.compile(
    rf"(?<![\w£$€.\-/])(?:(?P<flat>{_FLAT})(?P<number>{_HOUSE})?|{_HOUSE})"
    rf"(?P<between>(?:[^\W\d_][\w'.\-]*[ ]+){{1,3}}?)(?P<type>{_TYPE})(?![\w'])\.?",
    re.IGNORECASE,
)
_UNNUMBERED = re.compile(
    rf"(?<![\w])(?P<between>(?:[^\W\d_][\w'.\-]*[ ]+){{1,3}}?)(?P<type>{'|'.join(_SURE)}|close|drive)(?![\w'])",
    re.IGNORECASE,
)
_BOX = re.compile(r"(?<!\w)p\.?[ ]?o\.?[ ]box[ ]?\d{1,6}", re.IGNORECASE)
_HINT = re.compile(rf"(?<!\w)(?:{_TYPE}|box)(?![\w'])", re.IGNORECASE)


def addresses(said: Sentence) -> Iterator[Span]:
    """The street addresses in a message, without the town, which says the area."""
    text = said.text
    if not _HINT.search(text):
        return
    for found in _BOX.finditer(text):
        yield Span("address", found.start(), found.end())
    for found in _NUMBERED.finditer(text):
        if _is_address(said, found):
            yield Span("address", found.start(), found.end())
    for found in _unnumbered(said):
        yield found


def _is_address(said: Sentence, found: re.Match) -> bool:
    between = found["between"].split()
    if between in (["The"], ["the"]):
        return between == ["The"] or _LEADS.lead_to(said.text, found.start())
    if any(word.lower() in _NEVER and word not in _OF_STREETS for word in between) or _is_year(found, between):
        return False
    if found["flat"] or found["type"].lower() in _SURE_TYPES or _LEADS.lead_to(said.text, found.start()):
        return True
    return said.capitals_tell and found["type"][0].isupper() and all(word[0].isupper() for word in between)


def _is_year(found: re.Match, between: list[str]) -> bool:
    return bool(re.match(r"20[12]\d\b", found.group())) and between[0][0].islower()


def _unnumbered(said: Sentence) -> Iterator[Span]:
    """ "we live on Acacia Avenue": only right after a word that leads to an address."""
    lower = said.text.lower()
    if "live" not in lower and "address" not in lower and "moved" not in lower and "living" not in lower:
        return
    at = 0
    while found := _UNNUMBERED.search(said.text, at):
        at = found.start() + 1
        words = found["between"].split()
        name = tuple(plain(word) for word in (*words, found["type"]))
        if any(word.lower() in _NEVER for word in words) or name in said.words.places:
            continue
        if _LEADS.lead_to(said.text, found.start()) and not said.text[found.end() :].startswith(("-", " council")):
            yield Span("address", found.start(), found.end())
            at = found.end()
