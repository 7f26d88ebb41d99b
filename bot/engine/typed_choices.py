"""A choice that was typed instead of tapped: its title, its number, "the second one", or a plain "yes"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlu.follow_ups import is_kind
from nlu.text import key

_NUMBER = re.compile(r"\W*(?:number|no|option|choice|answer)?\W*([1-9])\W*", re.IGNORECASE)
_PLACES = {"first": 0, "top": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "last": -1, "bottom": -1}

Offered = Sequence[Sequence[str | None]]


def payload_typed(text: str, offered: Offered) -> str | None:
    """The payload of the choice that a message names, or None. `offered` is (title, payload, topic) of each."""
    for title, payload, *_ in offered:
        if key(title) == key(text):
            return payload
    place = _place(text, len(offered))
    return offered[place][1] if place is not None else None


def _place(text: str, count: int) -> int | None:
    if count == 1 and is_kind(text, "yes"):
        return 0
    number = _NUMBER.fullmatch(text)
    if number:
        place = int(number.group(1)) - 1
    elif is_kind(text, "pick"):
        named = [_PLACES[word] for word in key(text) if word in _PLACES]
        place = named[0] if named else None
        if "other" in key(text) and count == 2:
            place = 1
    else:
        return None
    return place if place is not None and -count <= place < count else None
