"""What looking a postcode up gives."""

from __future__ import annotations

from dataclasses import dataclass

FOUND, UNKNOWN, UNAVAILABLE = "found", "unknown", "unavailable"


@dataclass(frozen=True)
class FoundPostcode:
    """Where a postcode is: GSS codes of areas (several for a district that spans them) and other nations it is in.

    `status` is FOUND; UNKNOWN, when there is no such postcode on record (`codes` then say where the rest of its
    district is, when that is known); or UNAVAILABLE, when postcodes can't be looked up.
    """

    status: str
    codes: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()


CANT_LOOK_UP = FoundPostcode(UNAVAILABLE)
NOT_ON_RECORD = FoundPostcode(UNKNOWN)
