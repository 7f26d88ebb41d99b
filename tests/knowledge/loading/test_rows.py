"""Reading CSV files: what a cell may hold, and what is said about one that may not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.errors import BadFile, BadRow
from knowledge.loading.rows import Row, read_rows
from knowledge.partial_date import PartialDate


def _row(value: str) -> Row:
    return Row("some.csv", 7, {"cell": value})


def _write(folder: Path, content: str | bytes) -> Path:
    path = folder / "some.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (lambda row: row.text("cell"), " Bedford ", "Bedford"),
        (lambda row: row.optional("cell"), "  ", None),
        (lambda row: row.optional("other"), "Bedford", None),
        (lambda row: row.number("cell", 1, 3), " 3 ", 3),
        (lambda row: row.number("cell", 0, 999), "0", 0),
        (lambda row: row.date("cell"), "2025-11", PartialDate("2025-11")),
        (lambda row: row.date("cell"), "", None),
        (lambda row: row.choice("cell", {"full"}), "full", "full"),
        (lambda row: row.link("cell"), "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (lambda row: row.link("cell"), "HTTP://example.org", "HTTP://example.org"),
        (lambda row: row.link("cell"), "", None),
        (lambda row: row.area("cell", {"E06000055"}), "E06000055", "E06000055"),
    ],
)
def test_good_cells(read, value, expected):
    """A good cell is read as what it means, without the spaces around it; an empty one is none."""
    assert read(_row(value)) == expected


@pytest.mark.parametrize(
    ("read", "value", "reason"),
    [
        (lambda row: row.text("cell"), " ", "is empty"),
        (lambda row: row.number("cell", 1, 3), "", "is empty"),
        (lambda row: row.number("cell", 1, 3), "0", "from 1 to 3"),
        (lambda row: row.number("cell", 1, 3), "4", "from 1 to 3"),
        (lambda row: row.number("cell", 1, 3), "-1", "from 1 to 3"),
        (lambda row: row.number("cell", 1, 3), "2.0", "whole number"),
        (lambda row: row.number("cell", 1, 3), "two", "whole number"),
        (lambda row: row.number("cell", 0, 10**9), "12345678901", "whole number"),
        (lambda row: row.date("cell"), "2025-02-30", "is not a date"),
        (lambda row: row.date("cell"), "01/01/1900", "is not a date"),
        (lambda row: row.choice("cell", {"full", "half"}), "Full", "is not one of: full, half"),
        (lambda row: row.choice("cell", {"full"}), "", "is empty"),
        (lambda row: row.link("cell"), "example.org", "http:// or https://"),
        (lambda row: row.link("cell"), "javascript:alert(1)", "http:// or https://"),
        (lambda row: row.link("cell"), "ftp://example.org", "http:// or https://"),
        (lambda row: row.link("cell"), "https://", "http:// or https://"),
        (lambda row: row.link("cell"), "https://two words.example", "http:// or https://"),
        (lambda row: row.area("cell", {"E06000055"}), "E06000056", "is not the GSS code of a known area"),
    ],
)
def test_bad_cells(read, value, reason):
    """A bad cell raises BadRow with the file, line, column, value and reason."""
    with pytest.raises(BadRow) as caught:
        read(_row(value))
    error = caught.value
    assert (error.file, error.line, error.column, error.value) == ("some.csv", 7, "cell", value)
    assert reason in error.reason
    assert f"some.csv, line 7, column cell: {value!r}" in str(error)


def test_rows_come_with_their_lines(tmp_path):
    """Rows are read with the file's name and line, whatever the order of columns, mark or line ends."""
    path = _write(tmp_path, '\ufeffb,a,extra\r\n1,"x, ""y""",\r\n\r\n2,ü,z\r\n')
    rows = list(read_rows(path, ("a", "b")))
    assert [(row.file, row.line) for row in rows] == [("some.csv", 2), ("some.csv", 4)]
    assert [(row.text("a"), row.text("b")) for row in rows] == [('x, "y"', "1"), ("ü", "2")]


def test_a_file_with_only_a_header_has_no_rows(tmp_path):
    """A header alone is a good file without rows."""
    assert list(read_rows(_write(tmp_path, "a,b\n"), ("a", "b"))) == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "lacks the column(s) a, b"),
        (b"b,c\n1,2\n", "lacks the column(s) a"),
        (b"a,b\n1,caf\xe9\n", "is not a UTF-8 CSV file"),
        (b"\xff\xfea\x00,\x00b\x00", "is UTF-16, not a UTF-8 CSV file"),
        (b'a,b\n1,"open\n2,3\n', "is not a UTF-8 CSV file"),
        (b'a,b\n1,"a"b\n', "is not a UTF-8 CSV file"),
    ],
)
def test_a_file_that_is_not_the_csv_it_should_be(tmp_path, content, reason):
    """A file in another encoding, broken, or without a column raises BadFile with its path and the reason."""
    path = _write(tmp_path, content)
    with pytest.raises(BadFile) as caught:
        list(read_rows(path, ("a", "b")))
    assert caught.value.file == str(path)
    assert reason in caught.value.reason


def test_a_file_that_is_not_there(tmp_path):
    """A missing file raises BadFile with its path."""
    with pytest.raises(BadFile, match="can't be opened: No such file") as caught:
        list(read_rows(tmp_path / "none.csv", ("a",)))
    assert caught.value.file == str(tmp_path / "none.csv")


@pytest.mark.parametrize(("row", "cells"), [("1", 1), ("1,2", 2), ("1,2,3,4", 4), ("1,2,3,4,5,6", 6)])
def test_a_row_of_the_wrong_length(tmp_path, row, cells):
    """A row with too many or too few cells raises BadRow with the line and the number of its cells."""
    path = _write(tmp_path, f"a,b,c\n1,2,3\n{row}\n")
    with pytest.raises(BadRow, match="too many or too few cells") as caught:
        list(read_rows(path, ("a",)))
    assert (caught.value.file, caught.value.line) == ("some.csv", 3)
    assert caught.value.value == cells


def test_a_repeated_key_names_both_lines(tmp_path):
    """A second row with the same key raises BadRow with both lines, spaces left aside."""
    path = _write(tmp_path, "a,b,c\n1,x,1\n1,y,2\n 1,x ,3\n")
    assert len(list(read_rows(path, ("a",)))) == 3
    with pytest.raises(BadRow, match="duplicate of line 2") as caught:
        list(read_rows(path, ("a",), key=("a", "b")))
    assert (caught.value.line, caught.value.column, caught.value.value) == (4, "a+b", "1 x")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30) | st.text("htps:/.#? a", max_size=20))
def test_any_link_begins_with_http(value):
    """Whatever the cell holds, it is none, refused, or a web address."""
    try:
        link = _row(value).link("cell")
    except BadRow:
        return
    assert link is None or link.lower().startswith(("http://", "https://"))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=5) | st.integers(-5, 10).map(str))
def test_any_number_lies_within_its_bounds(value):
    """Whatever the cell holds, it is refused or a number from 1 to 3."""
    try:
        number = _row(value).number("cell", 1, 3)
    except BadRow:
        return
    assert number in {1, 2, 3}
