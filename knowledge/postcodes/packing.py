"""A district's postcodes in a few hundred bytes: for each possible inward code one byte that names its area."""

from __future__ import annotations

import re
import zlib
from array import array
from itertools import product
from string import ascii_uppercase, digits

INWARD = {"".join(chars): number for number, chars in enumerate(product(digits, ascii_uppercase, ascii_uppercase))}
"""The number of every inward code, from "0AA" to "9ZZ"."""

OUTWARD = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?|[A-Z]{3}")
"""The form of a district in the directory ("GIR" is one)."""

_NONE = 0
_LEVEL = 6


class TwoPlaces(ValueError):
    """One postcode given with two places. `line` is that of the second."""

    def __init__(self, line: int):
        self.line = line
        super().__init__(f"line {line} gives a postcode again, with another area")


class DistrictBuilder:
    """Takes a district's postcodes one by one. Seven bytes each, so a whole directory fits in little memory."""

    def __init__(self) -> None:
        self._inward, self._place, self._line = array("H"), bytearray(), array("I")

    def add(self, inward: int, place: int, line: int) -> None:
        """Takes a postcode: the number of its inward code, the number of its place (from 1), its line in the file."""
        self._inward.append(inward)
        self._place.append(place)
        self._line.append(line)

    def cells(self) -> bytearray:
        """One byte for each inward code: the number of its place, or 0. Raises TwoPlaces."""
        cells = bytearray(len(INWARD))
        for inward, place, line in zip(self._inward, self._place, self._line, strict=True):
            if cells[inward] not in (_NONE, place):
                raise TwoPlaces(line)
            cells[inward] = place
        return cells


def pack(cells: bytearray) -> tuple[list[tuple[int, int]], bytes]:
    """The places of the cells with how many postcodes each has, most first; and the cells made small.

    In the packed cells the places are numbered from 1 in that order.
    """
    counts = sorted(((n, cells.count(n)) for n in set(cells) - {_NONE}), key=lambda one: (-one[1], one[0]))
    renumbered = bytearray(256)
    for new, (old, _) in enumerate(counts, 1):
        renumbered[old] = new
    return counts, zlib.compress(bytes(cells).translate(bytes(renumbered)), _LEVEL)


def unpack(packed: bytes, inward: str) -> int | None:
    """The position (from 0) of the place of an inward code among the district's, or None when there is no such."""
    number = INWARD.get(inward)
    place = zlib.decompress(packed)[number] if number is not None else _NONE
    return place - 1 if place else None
