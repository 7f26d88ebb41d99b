"""Places named side by side: one says which of its meanings the other has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from nlu.areas.mention import Mention

BESIDE = re.compile(r"\s*[,(/-]?\s*(?:in\s+)?", re.IGNORECASE)
"""What may stand between a place and the area it lies in: "Newport, Isle of Wight", "Ashford in Kent"."""


class Settler:
    """Settles pairs of places. `counties` has the areas beside a county whose people write it in their address."""

    def __init__(self, counties: Mapping[str, frozenset[str]]):
        self._counties = counties

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
        around = self._counties.get(second.codes[0], frozenset()) if len(second.codes) == 1 else frozenset()
        meant = tuple(code for code in first.codes if code in around)
        if meant and not second.place:
            return replace(first, said=said, end=second.end, codes=meant, exact=exact)
        return None
