"""Cells that a spreadsheet would run as a formula: refused when they come in, made harmless when they go out."""

from __future__ import annotations

import re

HARMLESS = "'"
"""Put before a cell it is shown as text by every spreadsheet."""

_FORMULA = re.compile(r"[\s\x00]*[=@＝＠]|[\s\x00]*[+\-＋－](?![\d\s().]*\Z)|[\t\r]")
# what begins with + or - and is only digits, spaces, dots and brackets is a number or a telephone number


def is_formula(cell: str) -> bool:
    """True when a spreadsheet would read the cell as a formula."""
    return _FORMULA.match(cell) is not None


def as_text(cell: str) -> str:
    """The cell as a spreadsheet shows it without running anything: for every CSV that we write."""
    return HARMLESS + cell if is_formula(cell) else cell
