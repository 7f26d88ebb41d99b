"""Names that a person introduces as names. Which words introduce one is in `names.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guard.personal.naming import (
    ALSO_A_WORD,
    AREA_WORDS,
    LISTED,
    NEVER,
    NEVER_SMALL,
    RULES,
    UNKNOWN,
    Sentence,
    phrases,
)
from bot.guard.personal.spans import Span
from bot.guard.personal.words import Words

_PEOPLE, _BETWEEN = frozenset(RULES["people"].split()), frozenset(RULES["between_people"].split())
_SAYS, _INTRODUCES, _SIGNS = phrases(RULES["says_name"]), phrases(RULES["introduces"]), phrases(RULES["signs"])
_CALLED, _CALLERS = phrases(RULES["called"]), frozenset(RULES["callers"].split())
_NOT_A_PERSONS = frozenset(RULES["not_a_persons"].split())
_ELSEWHERE = phrases(RULES["people_elsewhere"])
_TITLES, _CAREFUL = frozenset(RULES["titles"].split()), frozenset(RULES["careful_titles"].split())
_NOT_AFTER_TITLE, _OWNED = frozenset(RULES["not_after_title"].split()), frozenset(RULES["owned"].split())
_AFTER, _DOES = phrases(RULES["introduced_after"]), frozenset(RULES["does"].split())
_UNSURE_INTRODUCTIONS = frozenset(("this is", "it's", "its", "hi it's", "main", "ami", "ana", "sunt"))
_AFTER_ONES_NAME = frozenset(("", "and", "from", "my", "i", "im"))
_SENTENCE_ENDS = re.compile(r"[.!?;\n\0]")
_LONGEST_PHRASE, _MOST_BETWEEN, _OLDEST_CHILD = 6, 7, 25
_OLD, _YEARS = frozenset(("old", "yo", "y/o")), frozenset("year years yr yrs month months".split())
_IS, _NAME = frozenset(("is", "was")), "name"


class Names:
    """Finds names by the words that introduce them."""

    def __init__(self, words: Words):
        self._words = words

    def find(self, said: Sentence) -> Iterator[Span]:
        """The names in a message, in order."""
        at = 0
        while at < len(said.tokens):
            if not self._begins_here(said, at):
                at += 1
                continue
            first: int | None = at
            while first is not None:
                end = said.end_of_name(first)
                yield Span("name", said.tokens[first].start, _end(said, end - 1))
                first, at = said.next_in_list(end), end

    def _begins_here(self, said: Sentence, at: int) -> bool:
        if not said.tokens[at].plain[:1].isalpha() or said.tokens[at].plain in NEVER:
            return False
        return (
            self._after_a_title(said, at)
            or self._after_a_cue(said, at)
            or self._before_a_cue(said, at)
            or self._signs(said, at)
            or _is_plainly_a_name(said, at)
        )

    def _after_a_title(self, said: Sentence, at: int) -> bool:
        title = said.plain_at(at - 1).rstrip(".")
        if (title not in _TITLES and title not in _CAREFUL) or not re.fullmatch(
            r"\.?[ \t]{0,3}", said.tokens[at - 1].gap
        ):
            return False
        word = said.tokens[at].plain
        if word in _NOT_AFTER_TITLE or len(word) < 2:
            return False
        if title in _TITLES:
            return True
        level = said.level(at)
        if said.is_place(at) and title != "dr":
            return level >= ALSO_A_WORD and said.capital(at) and not said.is_of_an_area(at)
        if said.capital(at):
            return level > 0 or word in self._words.surnames
        return (
            level == LISTED
            or (word in self._words.surnames and word not in self._words.ordinary)
            or (level == UNKNOWN and title in ("dr", "miss", "cllr", "councillor") and said.could_be_small_name(word))
        )

    def _after_a_cue(self, said: Sentence, at: int) -> bool:
        if at == 0 or _SENTENCE_ENDS.search(said.tokens[at - 1].gap):
            return False
        before = _phrases_before(said, at)
        if any(phrase in _SAYS for phrase in before):
            return self._after_saying(said, at, before)
        if any(phrase in _CALLED for phrase in before):
            return self._called(said, at, before)
        if any(phrase in _ELSEWHERE for phrase in before):
            return said.looks_named(at) and not (said.level(at) == UNKNOWN and not said.capital(at))
        if said.level(at) or said.capital(at):
            return self._after_people(said, at) or self._introduced(said, at, before)
        return False

    def _after_saying(self, said: Sentence, at: int, before: list[str]) -> bool:
        cue = max((phrase for phrase in before if phrase in _SAYS), key=len)
        owner = said.plain_at(at - 1 - len(cue.split()))
        if owner in _NOT_A_PERSONS or (cue.startswith(_NAME) and owner == "the" and said.is_place(at)):
            return False
        if cue in (_NAME, "named", "names") and ":" not in said.tokens[at - 1].gap:
            return said.looks_named(at)
        token, level = said.tokens[at], said.level(at)
        if not token.raw.isascii() and not token.raw[:1].isupper() and level != LISTED:
            return not said.is_place(at)
        if said.is_of_an_area(at):
            return False
        return bool(level) or said.capital(at) or said.is_place(at) or token.plain in self._words.surnames

    def _called(self, said: Sentence, at: int, before: list[str]) -> bool:
        cue = max((phrase for phrase in before if phrase in _CALLED), key=len)
        start = at - len(cue.split())
        callers = {said.plain_at(n) for n in range(max(0, start - 2), start)} | {cue.split()[0]}
        if not callers & _CALLERS or said.is_of_an_area(at):
            return False
        return (
            said.level(at) >= ALSO_A_WORD
            or (said.level(at) == UNKNOWN and len(said.plain_at(at)) > 2)
            or (said.capital(at) and not said.is_place(at))
        )

    def _after_people(self, said: Sentence, at: int) -> bool:
        """ "my son Jacob", "my son, 7, is called Jacob", "our SENCO Helen"."""
        after_is = said.plain_at(at - 1) in _IS
        if said.plain_at(at - 1) == "our" and said.level(at) == LISTED:
            return not said.is_of_an_area(at)
        for back in range(at - 1, max(-1, at - 2 - _MOST_BETWEEN), -1):
            word, gap = said.plain_at(back), said.tokens[back].gap
            if _SENTENCE_ENDS.search(gap):
                return False
            aged = word in _OLD and said.plain_at(back - 1) in _YEARS
            if said.tokens[back].raw.endswith("'s"):  # "the Children's Bill"
                return False
            if word in _PEOPLE or aged:
                return said.looks_named(at, after_is)
            if word not in _BETWEEN and not word.isdigit():
                return False
        return False

    def _introduced(self, said: Sentence, at: int, before: list[str]) -> bool:
        """ "I'm Jacob", "this is Jacob": only what plainly is a first name."""
        cue = next((phrase for phrase in reversed(before) if phrase in _INTRODUCES), None)
        word, level = said.tokens[at].plain, said.level(at)
        if cue is None or said.is_place(at):
            return False
        if level == LISTED:
            return True
        if not said.capital(at) and level == ALSO_A_WORD and cue not in _UNSURE_INTRODUCTIONS:
            return word not in NEVER_SMALL and said.plain_at(at + 1) in _AFTER_ONES_NAME
        if cue in _UNSURE_INTRODUCTIONS:
            return False
        if not said.capital(at):  # "hi im zebedee, …"
            ends = "," in said.tokens[at].gap or said.plain_at(at + 1) in _AFTER_ONES_NAME
            begins = at - len(cue.split()) <= 1
            return level == UNKNOWN and begins and ends and said.could_be_small_name(word)
        if level == ALSO_A_WORD:
            return word not in NEVER_SMALL
        return level == UNKNOWN and said.looks_named(at, after_is=True)

    def _before_a_cue(self, said: Sentence, at: int) -> bool:
        """ "Jacob, my son", "jacob is 7", "Jacob's mum", "jacobs ehcp", "jacob has autism"."""
        if not said.joined_to_next(at) and at + 1 >= len(said.tokens):
            return False
        level, token = said.level(at), said.tokens[at]
        is_place = said.is_place(at)
        if self._is_owner(said, at):
            return True
        if level < UNKNOWN or is_place or (level != LISTED and not token.capital):
            return False
        end = said.end_of_name(at)
        if end >= len(said.tokens) or _SENTENCE_ENDS.search(said.tokens[end - 1].gap):
            return False
        following = [said.plain_at(end + n) for n in range(2)]
        if following[0] in ("my", "our") and following[1] in _PEOPLE:
            return True
        if " ".join(following) in _AFTER or (following[0] in _AFTER and at > 0):
            return True
        if level != LISTED or token.plain in NEVER_SMALL or said.plain_at(at - 1) in ("the", "a", "an"):
            return False
        ages = [word for word in following if word.isdigit() and 0 < int(word) <= _OLDEST_CHILD]
        is_aged = bool(ages) and (following[0] == ages[0] or following[0] in ("is", "aged", "age", "who"))
        return is_aged or following[0] in _DOES

    def _is_owner(self, said: Sentence, at: int) -> bool:
        token, end = said.tokens[at], said.end_of_name(at)
        if said.plain_at(end) not in _OWNED or not said.joined_to_next(end - 1) or said.is_place(at):
            return False
        if said.tokens[end - 1].raw.lower().endswith("'s"):
            return said.level(at) == LISTED or (token.capital and said.level(at) > 0)
        return said.level(at) == UNKNOWN and token.plain.endswith("s") and self._words.is_listed(token.plain[:-1])

    def _signs(self, said: Sentence, at: int) -> bool:
        """ "Kind regards, Jane Smith" at the end; "jacob here" at the beginning."""
        if said.is_place(at):
            return False
        if said.plain_at(at + 1) == "here" and at <= 1:
            return said.level(at) == LISTED
        if said.end_of_name(at) != len(said.tokens) or not any(p in _SIGNS for p in _phrases_before(said, at)):
            return False
        two = said.end_of_name(at) - at > 1 and said.capital(at)
        also = said.capital(at) and said.level(at) == ALSO_A_WORD and said.plain_at(at) not in NEVER_SMALL
        return said.level(at) == LISTED or also or (two and said.level(at) > 0)


def _is_plainly_a_name(said: Sentence, at: int) -> bool:
    """ "Esme cried all night" and "told by Will Prentice": no word introduces it, but it is nothing else.

    A first name that is no everyday word and no place needs a capital; one that is needs a surname that is none, too,
    and a word in no list one of the common surnames.
    """
    level = said.level(at)
    if level < UNKNOWN or not said.tokens[at].capital or said.is_place(at) or said.is_of_an_area(at):
        return False
    if said.plain_at(at + 1) in AREA_WORDS and said.joined_to_next(at):
        return False
    if level == LISTED:
        return True
    if not said.joined_to_next(at) or not said.capital(at) or not said.capital(at + 1) or said.is_place(at + 1):
        return False
    if level == UNKNOWN:
        return said.is_a_surname(at + 1)
    return at > 0 and said.is_a_surname_only(at + 1)


def _phrases_before(said: Sentence, at: int) -> list[str]:
    """The phrases that end right before a word, shortest first; none goes over the end of a sentence."""
    found, words = [], []
    for back in range(at - 1, max(-1, at - 1 - _LONGEST_PHRASE), -1):
        if words and _SENTENCE_ENDS.search(said.tokens[back].gap):
            break
        words.insert(0, said.tokens[back].raw.lower())
        found.append(" ".join(words))
    return found


def _end(said: Sentence, at: int) -> int:
    """Where a name ends in the text, without a possessive 's."""
    token = said.tokens[at]
    return token.end - 2 if token.raw.lower().endswith("'s") and len(token.raw) > 3 else token.end
