"""The importers: any file is read or refused with an error that names it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.errors import BadFile, BadRow
from knowledge.loading.rows import read_rows
from knowledge.postcodes.directory import DirectoryReader
from knowledge.postcodes.opening import open_directory

COLUMNS = ("gss_code", "name", "count", "date", "link")
CODES = {"E06000055": 0, "E10000015": 1}


@contextmanager
def _file(data: bytes, suffix: str) -> Iterator[Path]:
    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        file.write(data)
        file.flush()
        yield Path(file.name)


def check_rows(data: bytes) -> None:
    """Every cell is taken as what it should be, or BadRow or BadFile is raised; nothing else."""
    with _file(data, ".csv") as path:
        try:
            for row in read_rows(path, COLUMNS, key=("gss_code",)):
                row.area("gss_code", CODES)
                row.text("name")
                assert 0 <= row.number("count", 0, 100) <= 100
                row.date("date")
                row.link("link")
        except (BadFile, BadRow):
            return


def check_directory(data: bytes) -> None:
    """A postcode directory, as CSV or zip, is read to its end or refused by name."""
    with _file(data, ".zip" if data[:2] == b"PK" else ".csv") as path:
        try:
            with open_directory(path) as file:
                DirectoryReader(file, CODES).read(lambda done, total: None)
        except (BadFile, BadRow):
            return
