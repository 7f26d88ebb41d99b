"""Finding the postcodes in a message, without taking vitamins, motorways and year groups for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.postcodes.reading import FORMS, Postcode, read_district, read_full

_FILLERS, _SURE, _BETWEEN = (frozenset(FORMS[name].split()) for name in ("fillers", "sure", "between"))
_LEADING, _OTHER_THINGS = frozenset(FORMS["leading"].split()), frozenset(FORMS["other_things"].split())
_NUMBER_ENDS = frozenset(FORMS["number_ends"].split())

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ \t\-.]{1,2}")
_FULL = re.compile(
    r"(?<![^\W_])(?P<outward>[A-Z01][A-Z0-9]{1,3})[ \t\-.]{0,2}(?P<inward>[0-9OIL][A-Z]{2})(?![^\W_])", re.IGNORECASE
)
_DISTRICT = re.compile(r"(?<![^\W_])[A-Z01][A-Z0-9]{1,3}(?![^\W_])(?![ \t\-.]{1,2}[0-9])", re.IGNORECASE)
_ENDS_IN_A_WORD = re.compile(r"[ \t\-.][a-z]{3}$")
_HAS_DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True)
class Spotted:
    """A postcode and where it stands in the text."""

    postcode: Postcode
    start: int
    end: int


def spot(text: str) -> list[Spotted]:
    """The postcodes in a message, in order. Districts only where the message says nothing else or leads them in."""
    if not _HAS_DIGIT.search(text):
        return []
    alone = _alone(text)
    if alone:
        return alone
    full = list(_full_ones(text))
    taken = [(one.start, one.end) for one in full]
    districts = [one for one in _districts(text) if not any(a < one.end and one.start < b for a, b in taken)]
    return sorted(full + districts, key=lambda one: one.start)


def _alone(text: str) -> list[Spotted]:
    """The postcodes of a message that holds nothing else; none when it does."""
    found = []
    for start, end in _runs(text):
        postcode = read_full(text[start:end]) or read_district(text[start:end])
        if postcode is None or _is_another_thing(postcode, text, start, end):
            return []
        found.append(Spotted(postcode, start, end))
    return found


def _is_another_thing(postcode: Postcode, text: str, start: int, end: int) -> bool:
    """True for "near the M25" and "is m1 old", even where nothing else is said."""
    a_road = postcode.written in _OTHER_THINGS and _words(text[:start])[-1:] == ["the"]
    a_word = postcode.is_full and _ENDS_IN_A_WORD.search(text[start:end]) and not _is_sure(text, start, end)
    return a_road or bool(a_word)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where words that are no fillers stand together."""
    run: tuple[int, int] | None = None
    for word in _WORD.finditer(text):
        if word.group().lower() in _FILLERS:
            continue
        if run and _GAP.fullmatch(text[run[1] : word.start()]):
            run = (run[0], word.end())
            continue
        if run:
            yield run
        run = word.span()
    if run:
        yield run


def _full_ones(text: str) -> Iterator[Spotted]:
    for match in _FULL.finditer(text):
        postcode = read_full(match.group())
        if postcode and (_is_plain(postcode, match, text) or _is_sure(text, match.start(), match.end())):
            yield Spotted(postcode, match.start(), match.end())


def _is_plain(postcode: Postcode, match: re.Match, text: str) -> bool:
    """True when it can be nothing but a postcode in running text ("b12 3rd" and "m1 old" can)."""
    outward, inward = match["outward"], match["inward"]
    if inward[1:].islower() and inward[1:] in _NUMBER_ENDS:
        return False
    if outward.upper() == postcode.district and inward.upper() == postcode.inward:
        return True
    in_capitals = match.group().isupper() and not text.isupper()
    return in_capitals or (bool(_HAS_DIGIT.search(outward)) and bool(_HAS_DIGIT.match(inward)))


def _districts(text: str) -> Iterator[Spotted]:
    for match in _DISTRICT.finditer(text):
        postcode = read_district(match.group())
        if postcode is None:
            continue
        as_typed = match.group().upper() == postcode.district
        led_in = as_typed and postcode.district not in _OTHER_THINGS and _is_led_in(text, match.start())
        if led_in or _is_sure(text, match.start(), match.end()):
            yield Spotted(postcode, match.start(), match.end())


def _is_led_in(text: str, start: int) -> bool:
    before = _words(text[:start])
    while before and before[-1] == "the":
        before.pop()
    return bool(before) and before[-1] in _LEADING


def _is_sure(text: str, start: int, end: int) -> bool:
    before, after = _words(text[:start]), _words(text[end:])
    if after and after[0] in _SURE:
        return True
    while before and before[-1] in _BETWEEN:
        before.pop()
    return bool(before) and (before[-1] in _SURE or before[-2:] == ["post", "code"])


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
