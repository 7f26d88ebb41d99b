"""Importing survey windows from a file, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import sessionmaker

from knowledge.database import sessions
from knowledge.errors import BadFile
from knowledge.loading.load import load
from knowledge.models import SurveyWindow
from knowledge.surveys import reading, windows
from knowledge.surveys.errors import ImportRefused
from knowledge.surveys.importing import import_windows
from tests.knowledge.conftest import NOW
from tests.knowledge.surveys.conftest import HEADING
from tests.postgresql import cluster

BEDFORD = "Bedford,parent_carer,2026-06-29T09:00,2026-07-07T09:00,https://s.example.org/b,News,,2026-06-22"
LUTON = "E06000032,young_person,2026-06-29T09:00,,https://s.example.org/l,,https://l.example.org,"


@pytest.fixture(scope="module")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL database with the bundled facts."""
    with cluster() as url:
        load(url, NOW)
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request) -> Iterator[sessionmaker]:
    """A maker of sessions on a real database of either kind that holds no survey windows."""
    fixture = {"sqlite": "database_url", "postgresql": "postgresql"}[request.param]
    maker = sessions(request.getfixturevalue(fixture))
    yield maker
    with maker.begin() as session:
        session.execute(delete(SurveyWindow))
    maker.kw["bind"].dispose()


def kept(maker: sessionmaker) -> list[str]:
    """The windows on record, in words."""
    with maker() as session:
        return [windows.described(one).split("(")[1] for one in windows.find(session, None, True, NOW)]


def test_a_file_is_taken_whole_and_once(either, write, now):
    """Every row becomes a window and is announced; the same file again changes nothing and tells nobody."""
    path, heard = write(BEDFORD, LUTON), []

    def listen(_session, window, change, _now):
        heard.append((window.gss_code, change.value))

    for expected in (2, 0, 0):
        with either.begin() as session:
            done = import_windows(session, path, now, [listen])
        assert (len(done.added), done.known) == (expected, 2 - expected)
    assert heard == [("E06000055", "added"), ("E06000032", "added")]
    assert len(kept(either)) == 2


def test_one_bad_row_stops_them_all(either, write, now):
    """Nothing of a file with bad rows is kept, and all that is wrong is listed with rows and values."""
    path = write(BEDFORD, "Newcastle,dogs,soon,,ftp://x,News,,", "", LUTON.replace("young_person", "=1+1"), BEDFORD)
    with (
        pytest.raises(ImportRefused, match=r"surveys\.csv: 2 rows can't be taken") as caught,
        either.begin() as session,
    ):
        import_windows(session, path, now, ())
    listed = [(error.row, error.column, error.value) for error in caught.value.errors]
    assert listed == [
        (3, "area", "Newcastle"),
        (3, "audience", "dogs"),
        (3, "opens", "soon"),
        (3, "link", "ftp://x"),
        (5, "audience", "=1+1"),
    ]
    assert "row 5, audience: '=1+1' begins like a spreadsheet formula" in str(caught.value.errors[4])
    assert kept(either) == []


def test_overlaps_are_named(either, write, now):
    """A clash with a window on record names it; a clash within the file names the row."""
    with either.begin() as session:
        import_windows(session, write(BEDFORD), now, ())
    changed = BEDFORD.replace("07T09", "08T09"), LUTON, LUTON.replace("29T09", "30T09")
    with pytest.raises(ImportRefused) as caught, either.begin() as session:
        import_windows(session, write(*changed), now, ())
    reasons = [error.reason for error in caught.value.errors]
    assert reasons[0].startswith("overlaps window ")
    assert "(E06000055, parent_carer, Mon 29 Jun 2026 09:00 to Tue 07 Jul 2026 09:00)" in reasons[0]
    assert reasons[1] == "overlaps row 3 of this file"


@pytest.fixture
def cells(write) -> Callable[..., list]:
    """Writes a file and reads its cells."""
    return lambda *rows, **how: reading.read_cells(write(*rows, **how))


@pytest.mark.parametrize(
    ("separator", "encoding"), [(",", "utf-8-sig"), (";", "utf-8"), ("\t", "cp1252"), (";", "cp1252")]
)
def test_what_spreadsheets_save_is_read(cells, separator, encoding):
    """Commas, semicolons and tabs; UTF-8 with its mark; the signs of Windows: all say the same."""
    heading = HEADING.replace(",", separator).replace("source_date", " Source Date ")
    row = BEDFORD.replace(",", separator).replace("News", "Café “news”")
    ((number, found),) = cells(row, heading=heading + separator * 2, encoding=encoding)
    assert number == 2
    assert (found["area"], found["source"], found["source_date"]) == ("Bedford", "Café “news”", "2026-06-22")


def test_empty_rows_keep_the_count(cells):
    """An empty row is left out, and the rows after it keep the number that the spreadsheet shows."""
    assert [number for number, _ in cells("", ",,,", BEDFORD)] == [4]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "lacks the column"),
        (b"area,audience,opens\nx,y,z\n", "lacks the column.* link, source"),
        (f"{HEADING},mood\n".encode(), "unknown column.* mood"),
        (f"{HEADING},area\n".encode(), "has a column twice"),
        (f"{HEADING}\n{BEDFORD},more\n".encode(), "row 2 has more cells"),
        (f'{HEADING}\n"{BEDFORD}\n'.encode(), "is not a CSV file"),
        (b"PK\x03\x04\x00\x00", "is not a CSV file"),
        (b"x" * 1_000_001, "is larger than 1,000,000 bytes"),
        (f"{HEADING}\n".encode() + b"x\n" * 2001, "has 2001 rows; 2000 are the most"),
    ],
)
def test_a_file_that_is_no_list_of_windows_is_refused(tmp_path, content, reason):
    """A file of another kind, with other columns, or too large, is refused with the reason."""
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    with pytest.raises(BadFile, match=reason):
        reading.read_cells(path)


def test_a_missing_file_is_named(tmp_path):
    """A file that is not there is said to be so."""
    with pytest.raises(BadFile, match=r"none\.csv: can't be opened"):
        reading.read_cells(tmp_path / "none.csv")
