"""Reading CSV files with checks that name the file, line, column, value and reason."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import BadDate, BadFile, BadRow
from knowledge.loading.cells import is_formula
from knowledge.loading.plain_text import read_lines
from knowledge.partial_date import PartialDate

LINK = re.compile(r"https?://[^\s/$.?#][^\s]*", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One row of a data file. Every reader raises BadRow when the value can't be taken."""

    file: str
    line: int
    values: dict[str, str]

    def bad(self, column: str, reason: str) -> BadRow:
        """Returns the error that says what is wrong with a column of this row."""
        return BadRow(self.file, self.line, column, self.values.get(column), reason)

    def text(self, column: str) -> str:
        """A text that must be there."""
        value = self.optional(column)
        if value is None:
            raise self.bad(column, "is empty, but must be filled in")
        return value

    def optional(self, column: str) -> str | None:
        """A text, or None when the cell is empty."""
        return (self.values.get(column) or "").strip() or None

    def number(self, column: str, lowest: int, highest: int) -> int:
        """A whole number within bounds."""
        value = self.text(column)
        if not re.fullmatch(r"\d{1,9}", value) or not lowest <= int(value) <= highest:
            raise self.bad(column, f"is not a whole number from {lowest} to {highest}")
        return int(value)

    def date(self, column: str) -> PartialDate | None:
        """A date as exact as it is written, or None when the cell is empty."""
        value = self.optional(column)
        try:
            return PartialDate(value) if value else None
        except BadDate as error:
            raise self.bad(column, f"can't be read: {error}") from None

    def choice(self, column: str, allowed: Collection[str]) -> str:
        """One of a few words."""
        value = self.text(column)
        if value not in allowed:
            raise self.bad(column, f"is not one of: {', '.join(sorted(allowed))}")
        return value

    def link(self, column: str) -> str | None:
        """A web address, or None when the cell is empty."""
        value = self.optional(column)
        if value and not LINK.fullmatch(value):
            raise self.bad(column, "is not a link that starts with http:// or https://")
        return value

    def required_link(self, column: str) -> str:
        """A web address that must be there."""
        self.text(column)
        return self.link(column) or ""

    def area(self, column: str, codes: Collection[str]) -> str:
        """The GSS code of a known area."""
        value = self.text(column)
        if value not in codes:
            raise self.bad(column, "is not the GSS code of a known area")
        return value


def read_rows(path: Path, columns: Collection[str], key: Collection[str] = ()) -> Iterator[Row]:
    """Yields the rows of a CSV file that must have these columns.

    `key` names the columns that together may occur only once. Raises BadFile for a file that is
    missing, too large, not UTF-8 or lacks a column, BadRow for a repeated key, a row of the wrong length or a
    cell that a spreadsheet would run.
    """
    seen: dict[tuple[str, ...], int] = {}
    reader = csv.DictReader(read_lines(path), strict=True)
    try:
        missing = [name for name in columns if name not in (reader.fieldnames or ())]
        if missing:
            raise BadFile(str(path), f"lacks the column(s) {', '.join(missing)}")
        for values in reader:
            row = Row(path.name, reader.line_num, values)
            _check_shape(row, key, seen)
            _check_cells(row)
            yield row
    except csv.Error as error:
        raise BadFile(str(path), f"is not a UTF-8 CSV file: {error}") from error


def _check_shape(row: Row, key: Collection[str], seen: dict[tuple[str, ...], int]) -> None:
    if None in row.values or None in row.values.values():
        raise BadRow(row.file, row.line, "all", _cells(row), "has too many or too few cells")
    found = tuple(row.values[name].strip() for name in key)
    if key and found in seen:
        raise BadRow(row.file, row.line, "+".join(key), " ".join(found), f"is a duplicate of line {seen[found]}")
    seen[found] = row.line


def _check_cells(row: Row) -> None:
    """Facts are read in spreadsheets too: a cell that one would run is refused, not taken as text in silence."""
    for column, value in row.values.items():
        if is_formula(value):
            raise row.bad(column, "begins as a spreadsheet's formula does")


def _cells(row: Row) -> int:
    """How many cells a row really has: csv files the surplus under None and fills gaps with None."""
    surplus = row.values.get(None) or []
    return sum(value is not None for name, value in row.values.items() if name is not None) + len(surplus)
