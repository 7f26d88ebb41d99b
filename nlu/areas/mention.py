"""`Mention`: a place found in a message."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mention:
    """A place named in a message. One code: that area. Several: ask which. A nation: not England.

    `place` is the proper spelling of a place that is not itself an area: "Watford".
    `unsure` is set for a postcode that must be asked about, even with one code or none: see `nlu.areas.postcodes`.
    """

    said: str
    start: int
    end: int
    codes: tuple[str, ...]
    nation: str | None = None
    exact: bool = True
    unsure: str | None = None
    place: str | None = None
