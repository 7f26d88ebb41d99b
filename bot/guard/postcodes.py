"""Takes the postcodes out of a message and finds where they are, before anything else sees the words."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

from knowledge.marks import MARKS
from knowledge.postcodes import PostcodeFinder, Spotted, spot

MARK = MARKS["postcode"]
"""What stands in the text instead of a postcode."""

MOST_LOOKED_UP = 3


@dataclass(frozen=True)
class WithoutPostcodes:
    """The text with a mark for each postcode, and what was found of each, as `nlu.areas.postcodes` reads it."""

    text: str
    found: tuple[dict[str, Any], ...] = ()


class PostcodeGuard:
    """Only the district ("MK40") of a postcode leaves this class, for saying back; it lives as long as the message."""

    def __init__(self, finder: PostcodeFinder):
        self._finder = finder

    async def take_out(self, text: str) -> WithoutPostcodes:
        """Replaces every postcode of a message by a mark and looks the first few up."""
        spotted = spot(text)
        if not spotted:
            return WithoutPostcodes(text)
        looked_up = spotted[:MOST_LOOKED_UP]
        places = await asyncio.gather(*(self._finder.find(one.postcode) for one in looked_up))
        marked, starts = _marked(text, spotted)
        found = tuple(
            {
                "district": one.postcode.district,
                "start": start,
                "end": start + len(MARK),
                "status": place.status,
                "codes": list(place.codes),
                "nations": list(place.nations),
            }
            for one, start, place in zip(looked_up, starts, places, strict=False)
        )
        return WithoutPostcodes(marked, found)


def _marked(text: str, spotted: list[Spotted]) -> tuple[str, list[int]]:
    """The text with its postcodes replaced, and where each mark begins."""
    parts, starts, length, done = [], [], 0, 0
    for one in spotted:
        kept = text[done : one.start]
        length += len(kept)
        starts.append(length)
        length += len(MARK)
        parts += [kept, MARK]
        done = one.end
    return "".join([*parts, text[done:]]), starts
