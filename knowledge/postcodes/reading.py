"""Reading one postcode as people write it: any case and spacing, O for 0 and I for 1 where only one reading fits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import yaml

FORMS = yaml.safe_load(Path(__file__).with_name("forms.yml").read_text(encoding="utf-8"))
LETTERED = frozenset(FORMS["lettered"].split())

_AREAS = frozenset(FORMS["areas"].split())
_DISTRICT = re.compile(r"([A-Z]{1,2})(0|[1-9][0-9]?)([A-HJ-NP-Z]?)")
_INWARD = re.compile(r"[0-9][ABD-HJLNP-UW-Z]{2}")
_GAPS = re.compile(r"[\s\-.]+")
_READ_AS = {"O": "O0", "o": "O0", "0": "0O", "I": "I1", "i": "I1", "1": "1I", "l": "L1"}
_FULL_LENGTHS = range(5, 8)
_DISTRICT_LENGTHS = range(2, 5)
_INWARD_LENGTH = 3


@dataclass(frozen=True, repr=False)
class Postcode:
    """A full postcode, or (when `inward` is None) only its district: "MK40" of "MK40 2TA"."""

    district: str
    inward: str | None = None

    @property
    def is_full(self) -> bool:
        """True for a full postcode."""
        return self.inward is not None

    @property
    def written(self) -> str:
        """The postcode without a space. Never for logs or the database."""
        return self.district + (self.inward or "")

    def __repr__(self) -> str:
        """The district only, so that no log or error message can hold a full postcode."""
        return f"Postcode({self.district}{' …' if self.is_full else ''})"


def read_full(text: str) -> Postcode | None:
    """The full postcode a text is, or None when it is none or could be several."""
    joined = _GAPS.sub("", text)
    if len(joined) not in _FULL_LENGTHS:
        return None
    outward, inward = joined[:-_INWARD_LENGTH], _only(_is_inward, joined[-_INWARD_LENGTH:])
    district = _only(is_district, outward)
    return Postcode(district, inward) if district and inward else None


def read_district(text: str) -> Postcode | None:
    """The postcode district a text is, or None. It must hold a digit as typed: "BI" is not read as B1."""
    first, *rest = _GAPS.split(text.strip())
    if len(rest) > 1 or (rest and not first.isalpha()):  # "SE1 4" is no district: it is half a postcode
        return None
    joined = "".join([first, *rest])
    if len(joined) not in _DISTRICT_LENGTHS or not any(char.isdigit() for char in joined):
        return None
    district = _only(is_district, joined)
    return Postcode(district) if district else None


def is_district(text: str) -> bool:
    """True for a real-looking district in capitals: a known area, a number, a letter only where there are some."""
    match = _DISTRICT.fullmatch(text)
    if not match or match.group(1) not in _AREAS:
        return False
    letters, number, letter = match.groups()
    if number == "0" and len(letters) == 1:
        return False
    return not letter or letters + number in LETTERED


def _is_inward(text: str) -> bool:
    return _INWARD.fullmatch(text) is not None


def _only(fits: Callable[[str], bool], typed: str) -> str | None:
    """What a typed text is: itself when it fits, else its one reading that does."""
    if fits(typed.upper()):
        return typed.upper()
    fitting = [reading for reading in _readings(typed) if fits(reading)]
    return fitting[0] if len(fitting) == 1 else None


def _readings(typed: str) -> list[str]:
    return ["".join(chars) for chars in product(*(_READ_AS.get(char, char.upper()) for char in typed))]
