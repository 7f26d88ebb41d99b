"""Reading a data file a line at a time, whatever is in it: too large, no text, or of another encoding has a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from knowledge.errors import BadFile

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes. The largest file of facts has a third of one megabyte."""

LONGEST_LINE = 64 * 1024
"""Characters."""

_OTHER_ENCODINGS = {
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
    b"PK\x03\x04": "a spreadsheet or a zip",
    b"\xd0\xcf\x11\xe0": "an old spreadsheet",
    b"%PDF": "a PDF",
}
_SAVE_AS = "; save it as CSV in UTF-8"


def read_lines(path: Path) -> Iterator[str]:
    """Yields the lines of a UTF-8 file. Raises BadFile with what it is instead."""
    try:
        _check(path)
        with path.open(encoding="utf-8-sig", newline="") as handle:
            while line := handle.readline(LONGEST_LINE):
                if len(line) == LONGEST_LINE:
                    raise BadFile(
                        str(path), f"has a line of more than {LONGEST_LINE} characters, so it is no data file"
                    )
                if "\0" in line:
                    raise BadFile(str(path), f"has a NUL byte, so it is not text{_SAVE_AS}")
                yield line
    except OSError as error:
        raise BadFile(str(path), f"can't be opened: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadFile(str(path), f"is not a UTF-8 CSV file: {error}{_SAVE_AS}") from error


def _check(path: Path) -> None:
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise BadFile(str(path), f"is {size} bytes, more than the {LARGEST_FILE} a data file can have")
    with path.open("rb") as handle:
        start = handle.read(4)
    for mark, name in _OTHER_ENCODINGS.items():
        if start.startswith(mark):
            raise BadFile(str(path), f"is {name}, not a UTF-8 CSV file{_SAVE_AS}")
