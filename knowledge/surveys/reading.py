"""Reading a CSV file that a spreadsheet saved: which signs, which separator, which columns."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from knowledge.errors import BadFile
from knowledge.surveys.drafts import COLUMNS

LARGEST_BYTES = 1_000_000
MOST_ROWS = 2000
REQUIRED = ("area", "audience", "opens", "link")
SEPARATORS = ",;\t"


def read_cells(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows of the file that are not empty, each with its number as a spreadsheet counts (the heading is row 1).

    Takes commas, semicolons or tabs, UTF-8 with or without its mark, and the signs of Windows (cp1252).
    Raises BadFile: can't be opened, too large, not text, or a column lacking, unknown or there twice.
    """
    text = _text(path)
    head = text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise BadFile(str(path), f"is not a CSV file: {error}") from error
    if len(rows) > MOST_ROWS + 1:
        raise BadFile(str(path), f"has {len(rows) - 1} rows; {MOST_ROWS} are the most. Split it")
    columns = _columns(path, rows[0] if rows else [])
    filled = ((number, cells) for number, cells in enumerate(rows[1:], 2) if any(cell.strip() for cell in cells))
    return [(number, _by_column(path, number, columns, cells)) for number, cells in filled]


def _text(path: Path) -> str:
    try:
        with path.open("rb") as handle:
            content = handle.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise BadFile(str(path), f"can't be opened: {error.strerror}") from error
    if len(content) > LARGEST_BYTES:
        raise BadFile(str(path), f"is larger than {LARGEST_BYTES:,} bytes. Split it")
    if b"\x00" in content:
        raise BadFile(str(path), "is not a CSV file; in the spreadsheet choose “Save as”, “CSV UTF-8”")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _columns(path: Path, heading: list[str]) -> list[str]:
    names = [re.sub(r"[\s\-]+", "_", name.strip().lower()) for name in heading]
    while names and not names[-1]:  # a spreadsheet leaves empty columns at the end
        names.pop()
    known = f"The columns are: {', '.join(COLUMNS)}"
    missing = [name for name in REQUIRED if name not in names]
    if "source" not in names and "source_url" not in names:
        missing.append("source")
    if missing:
        raise BadFile(str(path), f"lacks the column(s) {', '.join(missing)}. {known}")
    unknown = [name for name in names if name not in COLUMNS]
    if unknown:
        raise BadFile(str(path), f"has the unknown column(s) {', '.join(unknown)}. {known}")
    if len(set(names)) < len(names):
        raise BadFile(str(path), f"has a column twice. {known}")
    return names


def _by_column(path: Path, number: int, columns: list[str], cells: list[str]) -> dict[str, str]:
    if any(cell.strip() for cell in cells[len(columns) :]):
        raise BadFile(str(path), f"row {number} has more cells than the heading has columns")
    return dict(zip(columns, cells, strict=False))
