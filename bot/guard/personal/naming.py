"""How much a word looks like a name, and where a name ends."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.guard.personal.cues import phrases, read_rules
from bot.guard.personal.words import Token, Words, tokens

RULES = read_rules("names")
NEVER, NEVER_SMALL = frozenset(RULES["never"].split()), frozenset(RULES["never_small"].split())
AREA_WORDS, NOT_SURNAMES = frozenset(RULES["area_words"].split()), frozenset(RULES["not_surnames"].split())
_ENDINGS = tuple(RULES["not_endings"].split())
_SHORTENED = ("'d", "'ve", "'ll", "'re", "'m", "n't")
_PEOPLES = ("ian", "ish", "ese", "ic", "al", "can", "ist")
_NOTHING, UNKNOWN, ALSO_A_WORD, LISTED = range(4)
_SPACE = re.compile(r"[ \t]{1,3}\Z")
_LIST = re.compile(r"[ \t]*[,/][ \t]*\Z|[ \t]*[ \t&+/]+[ \t]*\Z")
_SHORTEST_SMALL, _SHORTEST_FOR_SLIPS = 4, 5
_MOST_SURNAMES = 3
__all__ = ["ALSO_A_WORD", "AREA_WORDS", "LISTED", "NEVER", "NEVER_SMALL", "RULES", "UNKNOWN", "Sentence", "phrases"]


@dataclass(frozen=True)
class Sentence:
    """The words of a message, asked whether they may be names."""

    text: str
    words: Words

    @cached_property
    def tokens(self) -> list[Token]:
        """The words of the message, in order."""
        return tokens(self.text)

    @cached_property
    def capitals_tell(self) -> bool:
        """False where most words begin with a capital: then capitals say nothing."""
        letters = [token for token in self.tokens if token.raw[:1].isalpha()]
        return len(letters) < 4 or sum(token.raw[0].isupper() for token in letters) <= 0.6 * len(letters)

    def capital(self, at: int) -> bool:
        """True when the word's capital says that it is a name of something."""
        return at < len(self.tokens) and self.tokens[at].capital and self.capitals_tell

    def level(self, at: int) -> int:
        """How much a word looks like a first name: LISTED, ALSO_A_WORD, UNKNOWN (in no list), or nothing."""
        word = self.tokens[at].plain
        if word in NEVER or self.tokens[at].raw.lower().endswith(_SHORTENED):
            return _NOTHING
        if self.words.is_listed(word):
            return LISTED
        if word in self.words.first_names:
            return ALSO_A_WORD
        short_for = self.tokens[at].raw.isupper() and len(word) > 1  # "SALT"
        return UNKNOWN if not short_for and self.words.is_unknown(word) else _NOTHING

    def is_place(self, at: int) -> bool:
        """True when the name of a place begins here."""
        return self.words.place_at(self.tokens, at) > 0

    def is_of_an_area(self, at: int) -> bool:
        """True for "Kent County Council" and "great yarmouth": a place of several words, or with a word of areas."""
        count = self.words.place_at(self.tokens, at)
        following = self.tokens[at + count].plain if at + count < len(self.tokens) else ""
        return count > 1 or (count == 1 and following in AREA_WORDS)

    def plain_at(self, at: int) -> str:
        """The plain word at a place; empty where there is none."""
        return self.tokens[at].plain if 0 <= at < len(self.tokens) else ""

    def joined_to_next(self, at: int) -> bool:
        """True when only a space stands between this word and the next."""
        return at + 1 < len(self.tokens) and bool(_SPACE.match(self.tokens[at].gap))

    def looks_named(self, at: int, after_is: bool = False) -> bool:
        """True when a word right after "my son" is his name. `after_is`: after "my son is"."""
        token, level = self.tokens[at], self.level(at)
        if self.is_of_an_area(at):
            return False
        if self.is_place(at):
            return self._place_as_a_name(at, level)
        if level == LISTED:
            return True
        if level == ALSO_A_WORD:
            return self.capital(at) or not (after_is or token.plain in NEVER_SMALL)
        if level == UNKNOWN:
            if self.capital(at):
                return not (after_is and token.plain.endswith(_PEOPLES))
            return not after_is and self.could_be_small_name(token.plain)
        surname = self.capital(at) and self.joined_to_next(at) and self.capital(at + 1)
        named = surname and (self.plain_at(at + 1) in self.words.surnames or self.level(at + 1) == LISTED)
        return named and token.plain not in NOT_SURNAMES

    def _place_as_a_name(self, at: int, level: int) -> bool:
        """ "my son Kent Brooks" and "my daughter Chelsea has"; not "my son kent says no"."""
        has_surname = self.joined_to_next(at) and self.is_surname(at + 1) and self.capital(at + 1)
        if (self.plain_at(at),) in self.words.area_names:
            return has_surname and self.capital(at)
        return level >= ALSO_A_WORD or (has_surname and self.capital(at))

    def could_be_small_name(self, word: str) -> bool:
        """True for an unknown word in small letters that is no everyday word with a slip or another ending."""
        if (
            len(word) < _SHORTEST_SMALL
            or (word.endswith(_ENDINGS) and "-" not in word)
            or word.removesuffix("s") in self.words.ordinary
        ):
            return False
        return len(word) < _SHORTEST_FOR_SLIPS or not _one_slip_from_one_of(word, self.words)

    def is_surname(self, at: int) -> bool:
        """True when a word right after a first name goes on with the name."""
        token = self.tokens[at]
        word, words = token.plain, self.words
        if word in NOT_SURNAMES or word in NEVER or not word[:1].isalpha() or self.is_of_an_area(at):
            return False
        if self.is_place(at):
            return self.capital(at) and word in words.surnames
        if self.capital(at):
            return True
        if word in words.first_names and word not in NEVER_SMALL and word not in _SMALL_WORDS - _FLOWERS:
            return True
        if word in words.ordinary:
            return word in words.surnames and word not in _SMALL_WORDS and token.raw.islower()
        if word in words.surnames or words.is_listed(word):
            return True
        return words.is_unknown(word) and self.could_be_small_name(word)

    def is_a_surname(self, at: int) -> bool:
        """True for one of the common surnames, though it may be an everyday word as well."""
        return self.plain_at(at) in self.words.surnames and self.plain_at(at) not in AREA_WORDS | NOT_SURNAMES

    def is_a_surname_only(self, at: int) -> bool:
        """True for a word that is a surname or in no list, and no everyday word."""
        word = self.plain_at(at)
        return word not in self.words.ordinary and (word in self.words.surnames or self.words.is_unknown(word))

    def end_of_name(self, at: int) -> int:
        """The index after the last word of a name that begins at a word: "Jacob" or "Jacob van Smith"."""
        end = at + 1
        while end < len(self.tokens) and end - at <= _MOST_SURNAMES and self.joined_to_next(end - 1):
            initial = len(self.tokens[end].plain) == 1 and self.tokens[end].raw[0].isupper() and self.capitals_tell
            if self.tokens[end].raw != "I" and (initial or self.is_surname(end)):
                end += 1
            elif self.tokens[end].plain in _PARTICLES and end + 1 < len(self.tokens) and self.capital(end + 1):
                end += 2
            else:
                break
        return end

    def next_in_list(self, end: int) -> int | None:
        """Where the next name begins when a list goes on: "Ali, Sara and Omar"."""
        if end >= len(self.tokens):
            return None
        gap, at = self.tokens[end - 1].gap, end
        if self.tokens[at].plain in ("and", "n", "plus", "or") and not re.search(r"[.!?\n]", gap):
            at += 1
        elif not _LIST.match(gap) or _SPACE.match(gap):
            return None
        if at >= len(self.tokens) or self.is_place(at):
            return None
        level = self.level(at)
        named = level == LISTED or (level and self.capital(at))
        return at if named else None


_PARTICLES = frozenset(RULES["particles"].split())
_FLOWERS = frozenset(("rose", "ray", "jo", "mae"))
_SMALL_WORDS = frozenset(RULES["never_small_surnames"].split())


@lru_cache(maxsize=4096)
def _one_slip_from_one_of(word: str, words: Words) -> bool:
    known = words.ordinary
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if after and before + after[1:] in known:
            return True
        if len(after) > 1 and before + after[1] + after[0] + after[2:] in known:
            return True
        for letter in string.ascii_lowercase:
            if before + letter + after in known or (after and before + letter + after[1:] in known):
                return True
    return False
