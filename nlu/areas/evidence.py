"""When a name that is also an ordinary word (Reading, Bath, Sale) is meant as a place."""

from __future__ import annotations

from nlu.text import Word

LEADING = frozenset(
    """in at from near around about did has have is does was were for and or vs versus my over across
    round outside inside live to of""".split()
)
FOLLOWING = frozenset("council borough county area been send get got local authority city inspected".split())
NOT_AFTER = frozenset("the a an my his her their your our some good at with love enjoy hate and".split())
OTHER_SENSES = {
    "hull": {"boat", "ship", "hull"},
    "derby": {"day", "match", "game", "hat"},
    "bath": {"time", "water", "board", "seat", "bed"},
    "reading": {
        "age",
        "level",
        "writing",
        "book",
        "books",
        "test",
        "support",
        "intervention",
        "through",
        "this",
    },
    "sale": {"price"},
    "deal": {"with", "is"},
    "wells": {"fans", "fargo"},
    "rugby": {"match", "club", "team"},
    "rutland": {"panther"},
}


def is_place(tokens: list[Word], first: int, last: int, text: str) -> bool:
    """True when the word at `first`..`last` reads as a place: alone, led in, followed up or a capital."""
    if first == 0 and last == len(tokens) - 1:
        return True
    before = tokens[first - 1].plain if first else ""
    after = tokens[last + 1].plain if last + 1 < len(tokens) else ""
    word = tokens[first].plain
    if after in OTHER_SENSES.get(word, ()) or before in NOT_AFTER - {"and", "my"}:
        return False
    if after in FOLLOWING or before in LEADING:
        return True
    written = text[tokens[first].start : tokens[last].end]
    return first > 0 and written.istitle() and not text.isupper()
