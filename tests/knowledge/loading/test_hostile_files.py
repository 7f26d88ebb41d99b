"""Files made to do harm: each ends with a clear error, and the facts stay as they were."""

from __future__ import annotations

import contextlib
import random
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from knowledge.database import sessions
from knowledge.errors import BadFile, BadRow, KnowledgeError
from knowledge.loading import plain_text
from knowledge.loading.load import BUNDLED, load
from knowledge.loading.rows import read_rows
from knowledge.models import Inspection
from knowledge.postcodes import opening
from knowledge.postcodes.importing import import_postcodes
from knowledge.postcodes.opening import open_directory
from tests.conftest import NOW
from tests.postcode_directory import lines

DIRECTORY = "\n".join(lines())


def inspections(url: str) -> int:
    """How many inspections are on record."""
    with sessions(url)() as session:
        return session.scalar(select(func.count()).select_from(Inspection))


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder of data files that a test may spoil."""
    shutil.copytree(BUNDLED, tmp_path / "facts")
    return tmp_path / "facts"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ('"=HYPERLINK(""https://evil.example"",""Report"")"', "begins as a spreadsheet's formula does"),
        ("@SUM(1)", "begins as a spreadsheet's formula does"),
        ("+cmd|' /C calc'!A0", "begins as a spreadsheet's formula does"),
        ("x" * plain_text.LONGEST_LINE, "a line of more than"),
        ("a\0b", "NUL byte"),
        ("caf\udce9", "is not a UTF-8 CSV file"),
    ],
)
def test_a_hostile_cell_changes_nothing(database_url, folder, cell, said):
    """A formula, an endless cell, a NUL byte and bytes that are not text stop the load; the old facts stay."""
    before = inspections(database_url)
    path = folder / "local_services.csv"
    with path.open("a", encoding="utf-8", errors="surrogateescape") as handle:
        handle.write(f"E06000055,sendiass,{cell},,,https://x.example\n")
    with pytest.raises((BadFile, BadRow), match=said):
        load(database_url, NOW, folder)
    assert inspections(database_url) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a,b\n1,2\n".encode("utf-16"), "is UTF-16"),
        (b"PK\x03\x04" + bytes(50), "is a spreadsheet or a zip"),
        (b"\xd0\xcf\x11\xe0" + bytes(50), "is an old spreadsheet"),
        (b"%PDF-1.7", "is a PDF"),
        ("a,b\ncafé,1\n".encode("cp1252"), "save it as CSV in UTF-8"),
        (b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>', "lacks the column"),
    ],
)
def test_another_kind_of_file_is_named(tmp_path, content, said):
    """A spreadsheet, a PDF, XML or a file of another encoding is refused with what it is or lacks."""
    path = tmp_path / "some.csv"
    path.write_bytes(content)
    with pytest.raises(BadFile, match=said):
        list(read_rows(path, ("a", "b")))


def test_a_file_too_large_is_not_read(tmp_path):
    """A file above the limit is refused by its size alone."""
    path = tmp_path / "some.csv"
    with path.open("wb") as handle:
        handle.truncate(plain_text.LARGEST_FILE + 1)
    with pytest.raises(BadFile, match="more than the"):
        list(read_rows(path, ("a",)))


def zipped(path: Path, files: dict[str, str]) -> Path:
    """A zip of these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


@pytest.mark.parametrize(
    "name", ["../up.csv", "/etc/up.csv", "a/../../up.csv", "..\\up.csv", "C:\\up.csv", "\\\\host\\up.csv"]
)
def test_a_zip_whose_names_lead_outside_is_refused(database_url, tmp_path, name):
    """A zip with a path that leads out of its folder is refused, though nothing is ever unpacked to disk."""
    path = zipped(tmp_path / "a.zip", {name: DIRECTORY})
    with pytest.raises(BadFile, match="leads out of its folder"):
        import_postcodes(database_url, path, NOW)


def test_a_zip_packed_too_well_is_refused(database_url, tmp_path):
    """A file that unpacks to hundreds of times its size is refused before it is unpacked."""
    path = zipped(tmp_path / "bomb.zip", {"a.csv": "0" * (4 * opening.TOO_SMALL_FOR_A_BOMB)})
    with pytest.raises(BadFile, match="packed more than 200 times smaller"):
        import_postcodes(database_url, path, NOW)


def test_a_zip_of_too_many_files_is_refused(database_url, tmp_path, monkeypatch):
    """A zip with more files than any directory has is refused."""
    monkeypatch.setattr(opening, "MOST_MEMBERS", 5)
    path = zipped(tmp_path / "many.zip", {f"{number}.csv": "a" for number in range(6)})
    with pytest.raises(BadFile, match="holds 6 files"):
        import_postcodes(database_url, path, NOW)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), spoilt=st.integers(1, 40), cut=st.integers(0, 400))
def test_a_spoilt_zip_never_ends_in_a_strange_error(tmp_path, seed, spoilt, cut):
    """Whatever bytes of a zip are changed or lost, it is read whole or refused with an error of ours."""
    chance, path = random.Random(seed), zipped(tmp_path / "a.zip", {"Data/a.csv": DIRECTORY, "b.txt": "x" * 500})
    raw = bytearray(path.read_bytes())
    for _ in range(spoilt):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    path.write_bytes(raw[: len(raw) - cut])
    with contextlib.suppress(KnowledgeError), open_directory(path) as file:
        assert sum(map(len, file.lines())) <= len(DIRECTORY) + 500
