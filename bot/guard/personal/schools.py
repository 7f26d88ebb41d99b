"""Names of schools. What introduces one is in `schools.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guard.personal.cues import phrases, read_rules
from bot.guard.personal.naming import LISTED, NEVER, UNKNOWN, Sentence
from bot.guard.personal.spans import Span

_RULES = read_rules("schools")
_TYPES, _BETWEEN = frozenset(_RULES["types"].split()), frozenset(_RULES["between_types"].split())
_ATTENDS, _SAYS = phrases(_RULES["attends"]), phrases(_RULES["says_school"])
_WITH_COLON, _NOTHING = frozenset(_RULES["says_with_colon"].split()), frozenset(_RULES["telling_nothing"].split())
_SAINTS = frozenset(("st", "saint", "ss"))
_LINKS = frozenset(("of", "the", "and"))
_LONGEST_NAME, _LONGEST_TYPE, _LONGEST_CUE = 4, 7, 4
_NUMERAL = re.compile("[IVX]{1,4}")
_STOPS = re.compile(r"[,.;:!?\n()\0]")
_STOPS_BUT_A_DOT = re.compile(r"[,;:!?\n()\0]")


def schools(said: Sentence) -> Iterator[Span]:
    """The names of schools in a message, in order."""
    at, count = 0, len(said.tokens)
    while at < count:
        end = _named_after_a_cue(said, at) or _named_by_type(said, at)
        if end:
            start = _first_that_is_no_place(said, at, end)
            yield Span("school", said.tokens[start].start, said.tokens[end - 1].end)
            at = end
        else:
            at += 1


def _named_after_a_cue(said: Sentence, at: int) -> int | None:
    """Where a school's name ends that begins here, after "goes to" or "school:"."""
    cue = _cue(said, at)
    if cue is None or _is_a_service(said, at):
        return None
    if said.plain_at(at) == "the" and at + 1 < len(said.tokens):
        end = _end_by_type(said, at + 1)
        return end if end and said.plain_at(at + 1) not in _NOTHING else None
    if said.plain_at(at) in _NOTHING or said.plain_at(at) in NEVER:
        return None
    end = _end_by_type(said, at)
    if end:
        return end
    if said.plain_at(at) in _SAINTS and at + 1 < len(said.tokens) and not said.is_place(at):
        return at + 2
    if said.is_place(at):
        return None
    level, token = said.level(at), said.tokens[at]
    named = level == UNKNOWN and (said.capital(at) or (len(token.plain) > 5 and said.could_be_small_name(token.plain)))
    if not named and not (cue == "says" and said.capital(at)):
        return None
    end = at + 1
    while (
        end < len(said.tokens)
        and end - at < _LONGEST_NAME
        and said.joined_to_next(end - 1)
        and said.tokens[end].capital
    ):
        end += 1
    return end


def _cue(said: Sentence, at: int) -> str | None:
    """ "attends" or "says" by what stands right before a word; None when nothing tells of a school."""
    if at == 0:
        return None
    if ":" in said.tokens[at - 1].gap:
        return "says" if said.plain_at(at - 1) in _WITH_COLON else None
    words: list[str] = []
    for back in range(at - 1, max(-1, at - 1 - _LONGEST_CUE), -1):
        if _STOPS.search(said.tokens[back].gap):
            break
        words.insert(0, said.tokens[back].raw.lower())
        phrase = " ".join(words)
        if phrase in _ATTENDS:
            return "attends"
        if phrase in _SAYS:
            return "says"
    return None


def _end_by_type(said: Sentence, at: int) -> int | None:
    """After a cue: where "oakfield primary school" ends; None when no type of school follows in a few words."""
    for end in range(at + 1, min(at + 1 + _LONGEST_NAME, len(said.tokens))):
        if not _goes_on(said, end - 1):
            return None
        if said.plain_at(end) in _TYPES or said.plain_at(end).rstrip(".") in ("c", "ce", "rc", "cofe"):
            named = [n for n in range(at, end) if said.plain_at(n) not in _NOTHING]
            return _end_of_type(said, end) if named else None
        word, small = said.plain_at(end), not said.tokens[end].capital
        if word in _BETWEEN and word not in _LINKS:
            continue
        if small and (word in NEVER or word in _NOTHING) and not (word in _LINKS and said.capital(end + 1)):
            return None
    return None


def _named_by_type(said: Sentence, at: int) -> int | None:
    """ "Oakfield Primary" without a cue: all words of the name have capitals, and one of them tells of a school."""
    token = said.tokens[at]
    if not said.capital(at) or token.plain in NEVER or token.plain in _NOTHING or token.plain in _TYPES:
        return None
    if _is_a_service(said, at):
        return None
    tells = False
    for end in range(at, min(at + _LONGEST_NAME, len(said.tokens) - 1)):
        word = said.plain_at(end)
        if not (said.tokens[end].capital or word in _SAINTS or _NUMERAL.fullmatch(said.tokens[end].raw)):
            return None
        tells = tells or _tells(said, end, at)
        if not _goes_on(said, end):
            return None
        if said.plain_at(end + 1) in _TYPES:
            return _end_of_type(said, end + 1) if tells else None
    return None


def _tells(said: Sentence, at: int, first: int) -> bool:
    word = said.plain_at(at)
    if word in _NOTHING or said.is_place(at):
        return False
    if word in _SAINTS or said.level(at) in (UNKNOWN, LISTED):
        return True
    return first > 0  # "at The Bridge School", but not "Every School" at the beginning


def _goes_on(said: Sentence, at: int) -> bool:
    saint = said.plain_at(at).rstrip(".") in _SAINTS
    return not (_STOPS_BUT_A_DOT if saint else _STOPS).search(said.tokens[at].gap)


def _end_of_type(said: Sentence, at: int) -> int:
    end = at + 1
    while end < len(said.tokens) and end - at < _LONGEST_TYPE and _goes_on(said, end - 1):
        if said.plain_at(end) not in _TYPES and said.plain_at(end) not in _BETWEEN:
            break
        end += 1
    while said.plain_at(end - 1) in ("and", "of", "e", "first", "form", "&") and end - at > 1:
        end -= 1
    return end


def _is_a_service(said: Sentence, at: int) -> bool:
    """True for "Kent County Council" and the like: of an area, not of a child."""
    return said.is_of_an_area(at) and said.words.place_at(said.tokens, at) == 1 and said.plain_at(at + 1) not in _TYPES


def _first_that_is_no_place(said: Sentence, at: int, end: int) -> int:
    """A school that is named after its town keeps the town, which says the area: "Bedford Academy"."""
    count = said.words.place_at(said.tokens, at)
    return at + count if count and at + count < end else at
