"""Where in a row of the directory to look, by the names in its header. They change from one edition to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.errors import BadRow

_NAMES = {
    "postcode": r"pcds|pcd|pcd7|pcd8|pcd2",
    "introduced": r"dointr",
    "ended": r"doterm",
    "district": r"oslaua|laua|lad(\d\d)?cd",
    "county": r"oscty|cty|cty(\d\d)?cd",
    "country": r"ctry|ctry(\d\d)?cd",
}
_HEADER_LINE = 1


@dataclass(frozen=True)
class Columns:
    """Positions in a row, and the name each has in this file."""

    postcode: int
    introduced: int
    ended: int
    district: int
    county: int
    country: int
    header: tuple[str, ...]

    @property
    def positions(self) -> tuple[int, int, int, int, int, int, int]:
        """All positions in order, and the number of columns."""
        found = (self.postcode, self.introduced, self.ended, self.district, self.county, self.country)
        return (*found, len(self.header))


def find_columns(file: str, header: Sequence[str]) -> Columns:
    """The columns of a header. Where two fit, the first form listed wins, and the newest year. Raises BadRow."""
    names = [name.strip().lower() for name in header]
    places = {wanted: _find(file, names, wanted, form) for wanted, form in _NAMES.items()}
    return Columns(**places, header=tuple(names))


def _find(file: str, names: list[str], wanted: str, forms: str) -> int:
    for form in forms.split("|"):
        fitting = [name for name in names if re.fullmatch(form, name)]
        if fitting:
            return names.index(max(fitting))
    said = ",".join(names)[:80]
    reason = f"lacks the column of the {wanted}, which is called {_examples(forms)} in the ONS postcode directory"
    raise BadRow(file, _HEADER_LINE, wanted, said, reason)


def _examples(forms: str) -> str:
    return " or ".join(form.replace(r"(\d\d)?", "25") for form in forms.split("|"))
