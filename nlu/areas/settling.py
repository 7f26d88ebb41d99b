"""Places named side by side: one says which of its meanings the other has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from nlu.areas.mention import Mention
from nlu.areas.names import NameIndex
from nlu.text import key

BESIDE = re.compile(r"\s*[,(/-]?\s*(?:in\s+)?", re.IGNORECASE)
"""What may stand between a place and the area it lies in: "Newport, Isle of Wight", "Ashford in Kent"."""


class Settler:
    """Settles pairs of places. Two areas named by their own names both stay: "Derby, Derbyshire"."""

    def __init__(self, index: NameIndex):
        self._counties = index.counties
        self._official = {words for words, meaning in index.meanings.items() if meaning.official}

    def settled(self, found: Sequence[Mention], text: str) -> list[Mention]:
        """The mentions, where two side by side that can mean the same area are one."""
        kept = list(found[:1])
        for before, mention in pairwise(found):
            gap = text[before.end : mention.start]
            one = self._both(kept[-1], mention, text) if BESIDE.fullmatch(gap) else None
            if one:
                kept[-1] = one
            else:
                kept.append(mention)
        return kept

    def _both(self, first: Mention, second: Mention, text: str) -> Mention | None:
        shared = tuple(code for code in first.codes if code in second.codes)
        exact = first.exact and second.exact
        said = text[first.start : second.end]
        if shared:
            place = first.place or second.place
            return replace(first, said=said, end=second.end, codes=shared, exact=exact, place=place)
        if second.nation and (first.place or len(first.codes) > 1):  # "Newport, Wales"
            return replace(second, said=said, start=first.start)
        around = self._counties.get(second.codes, frozenset())
        meant = tuple(code for code in first.codes if code in around)
        if meant and not second.place and key(first.said) not in self._official:  # "Romford, Essex"
            return replace(first, said=said, end=second.end, codes=meant, exact=exact)
        return None
