"""Opening a postcode directory: a CSV file, or a zip that holds one. Read as a stream, a line at a time."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from knowledge.errors import BadFile

LARGEST_FILE = 4 * 1024**3
"""Bytes, unpacked. The directory of 2.7 million postcodes is about one gigabyte."""

LONGEST_LINE = 16 * 1024
"""Characters. A line of the directory has about 400."""


_BROKEN_ZIP = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, struct.error, zlib.error, OverflowError)
"""What a zip that is damaged, has a password (RuntimeError) or is of a kind not known can raise."""


@dataclass
class DirectoryFile:
    """An open directory: its lines, and how far reading has come."""

    name: str
    total_bytes: int
    _stream: _Counting

    @property
    def bytes_read(self) -> int:
        """How many bytes have been read, unpacked."""
        return self._stream.count

    def lines(self) -> Iterator[str]:
        """The lines. Raises BadFile for one that is too long, bytes that are not text, or a broken zip."""
        text = io.TextIOWrapper(self._stream, encoding="utf-8-sig", newline="")
        try:
            while line := text.readline(LONGEST_LINE):
                if len(line) == LONGEST_LINE:
                    raise BadFile(
                        self.name, f"has a line of more than {LONGEST_LINE} characters, so it is no directory"
                    )
                yield line
        except UnicodeDecodeError as error:
            raise BadFile(self.name, f"is not UTF-8 text: {error.reason}") from error
        except (zipfile.BadZipFile, EOFError, OSError, zlib.error) as error:
            raise BadFile(self.name, f"can't be read to its end: {error}") from error


MOST_MEMBERS = 10_000
"""Files in a zip. The ONS one has a few hundred."""

HIGHEST_RATIO = 200
"""How many times smaller a file may be packed. The directory packs to about an eighth."""

TOO_SMALL_FOR_A_BOMB = 1024 * 1024
"""Bytes: below this even a file of one letter does no harm."""


@contextmanager
def open_directory(path: Path) -> Iterator[DirectoryFile]:
    """Opens a directory. Raises BadFile when it can't be opened, is too large, or is a zip without a CSV."""
    try:
        with path.open("rb") as raw:
            if zipfile.is_zipfile(raw):
                with zipfile.ZipFile(raw) as archive, archive.open(member := _largest_csv(archive, path)) as inside:
                    yield DirectoryFile(member.filename, member.file_size, _Counting(inside, path))
                return
            raw.seek(0)
            yield DirectoryFile(path.name, _checked_size(path, path.stat().st_size), _Counting(raw, path))
    except _BROKEN_ZIP as error:
        raise BadFile(str(path), f"is a zip that can't be read: {error}") from error
    except OSError as error:
        raise BadFile(str(path), f"can't be opened: {error.strerror or error}") from error


def _largest_csv(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """The directory in the zip: beside it lie small lookups, and the same rows again in a file for each area."""
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise BadFile(str(path), f"holds {len(members)} files, more than the {MOST_MEMBERS} of a directory's zip")
    for member in members:
        if _leads_outside(member.filename):
            raise BadFile(str(path), "holds a file whose name leads out of its folder, so it is not to be trusted")
    found = [member for member in members if member.filename.lower().endswith(".csv")]
    if not found:
        raise BadFile(str(path), "holds no CSV file")
    largest = max(found, key=lambda member: member.file_size)
    _checked_size(path, largest.file_size)
    if largest.file_size > max(TOO_SMALL_FOR_A_BOMB, HIGHEST_RATIO * largest.compress_size):
        raise BadFile(str(path), f"holds a file packed more than {HIGHEST_RATIO} times smaller: that is no directory")
    return largest


def _leads_outside(name: str) -> bool:
    """True for a name that would be written elsewhere. Nothing is ever unpacked to disk; an honest zip has none."""
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]


def _checked_size(path: Path, size: int) -> int:
    if size > LARGEST_FILE:
        raise BadFile(str(path), f"is {size} bytes unpacked, more than the {LARGEST_FILE} a directory can have")
    return size


class _Counting(io.RawIOBase):
    """A stream that counts what is read, and stops at the most a directory can have whatever a zip says of itself."""

    def __init__(self, inner: IO[bytes], path: Path):
        self._inner, self._path, self.count = inner, path, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        data = self._inner.read(len(buffer))
        self.count += len(data)
        _checked_size(self._path, self.count)
        buffer[: len(data)] = data
        return len(data)
