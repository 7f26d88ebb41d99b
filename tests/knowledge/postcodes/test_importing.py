"""Importing the ONS postcode directory: whole or not at all."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from sqlalchemy import create_mock_engine, select

from knowledge.database import connect, sessions, upgrade
from knowledge.errors import BadFile, BadRow
from knowledge.models import Base, PostcodeDistrict, PostcodeRelease
from knowledge.postcodes import FOUND, UNAVAILABLE, PostcodeTable, opening, read_full
from knowledge.postcodes.importing import import_postcodes
from tests.postcode_directory import lines, write_directory

OLD = (("LU1 1AA", "E06000032"),)


@pytest.fixture
def imported(database_url, tmp_path, now):
    """A database into which an older directory was imported."""
    import_postcodes(database_url, write_directory(tmp_path / "old.csv", OLD), now)
    return database_url


def status(url: str, postcode: str) -> str:
    """How looking a postcode up ends."""
    return PostcodeTable(sessions(url)).find(read_full(postcode)).status


def test_an_import_replaces_the_table(imported, tmp_path, now):
    """The new postcodes are there, the old are gone, and the counts are told."""
    counts = import_postcodes(imported, write_directory(tmp_path / "new.csv"), now)
    assert (counts.postcodes, counts.districts, counts.ended, counts.without_area) == (14, 10, 0, 0)
    assert status(imported, "MK40 2TA") == FOUND
    assert status(imported, "LU1 1AA") != FOUND


def test_what_is_imported_is_on_record(imported, tmp_path, now):
    """The release names its file and the newest month in it."""
    written = [line.replace(",198001,", ",202511,") for line in lines()]
    path = tmp_path / "ONSPD_NOV_2025_UK.csv"
    path.write_text("\n".join(written), encoding="utf-8")
    import_postcodes(imported, path, now)
    with sessions(imported)() as session:
        (release,) = session.scalars(select(PostcodeRelease)).all()
    assert (release.origin, release.as_at.iso, release.postcodes) == (path.name, "2025-11", 14)


def test_ended_postcodes_and_those_without_an_area_are_left_out(database_url, tmp_path, now):
    """An ended postcode and one without a council are counted and not taken."""
    rows = lines((("MK40 2TA", "E06000055"), ("MK40 2TB", "E06000055"), ("BX1 1AA", "")))
    rows[2] = rows[2].replace(",198001,,", ",198001,201912,")
    path = tmp_path / "new.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    counts = import_postcodes(database_url, path, now)
    assert (counts.postcodes, counts.ended, counts.without_area) == (1, 1, 1)
    assert status(database_url, "MK40 2TB") != FOUND


@pytest.mark.parametrize(
    ("line", "old", "new", "said"),
    [
        (1, "oslaua", "nothing", "line 1, column district: .*oslaua or laua or lad25cd"),
        (1, "doterm", "nothing", "line 1, column ended"),
        (1, "pcd,pcd2,pcds", "a,b,c", "line 1, column postcode"),
        (3, "E06000055", "E06999999", "line 3, column oslaua: 'E06999999' is not the GSS code"),
        (7, "E10000015", "E99999999", "line 7, column oscty: 'E99999999' is not the GSS code"),
        (2, "MK40 2TA", "MK40 2TÄ", "line 2, column pcds: 'MK40 2TÄ' is not a postcode"),
        (2, "MK40 2TA", "MKXX40 2TA", "line 2, column pcds"),
        (3, "MK40 2TB", "MK45 1AB", "line 5, column postcode: 'MK45' has a postcode that stands on an earlier line"),
        (4, ",E99999999", "", "line 4, column all: 50 cells are in this row, but the header has 52"),
    ],
)
def test_a_bad_row_stops_with_its_place_and_changes_nothing(imported, tmp_path, now, line, old, new, said):
    """File, line, column, value and reason are named, and the old table stays."""
    made = lines()
    assert old in made[line - 1]
    made[line - 1] = made[line - 1].replace(old, new)
    path = tmp_path / "bad.csv"
    path.write_text("\n".join(made), encoding="utf-8")
    with pytest.raises(BadRow, match=f"bad.csv, {said}"):
        import_postcodes(imported, path, now)
    assert status(imported, "LU1 1AA") == FOUND


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "column postcode"),
        (b"\xff\xfe\x00bad", "is not UTF-8"),
        (b"x" * (opening.LONGEST_LINE + 5), "a line of more than"),
        ("\n".join([lines()[0], '"unclosed']).encode(), "is not CSV"),
        ("\n".join(lines((("CF10 1AA", "W06000015"),))).encode(), "holds no postcode in England"),
        (lines()[0].encode(), "holds no postcode in England"),
        (b"PK\x03\x04 but not a zip", "column postcode|is not UTF-8|can't be read"),
    ],
)
def test_a_file_that_is_no_directory_changes_nothing(imported, tmp_path, now, content, said):
    """Empty, binary, endless or foreign files are refused with a reason."""
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    with pytest.raises((BadFile, BadRow), match=said):
        import_postcodes(imported, path, now)
    assert status(imported, "LU1 1AA") == FOUND


def test_a_file_that_is_not_there(imported, tmp_path, now):
    """A missing file is one clear error, a folder too."""
    for path in (tmp_path / "missing.csv", tmp_path):
        with pytest.raises(BadFile, match="can't be opened"):
            import_postcodes(imported, path, now)


def test_newer_headers_are_understood(database_url, tmp_path, now):
    """The directory of 2025 calls its columns otherwise."""
    made = lines()
    for old, new in (
        ("pcd,pcd2,", "pcd7,pcd8,"),
        ("oscty", "cty25cd"),
        ("oslaua", "lad25cd"),
        (",ctry,", ",ctry25cd,"),
    ):
        made[0] = made[0].replace(old, new)
    path = tmp_path / "new.csv"
    path.write_text("\ufeff" + "\n".join(made).upper(), encoding="utf-8")
    assert import_postcodes(database_url, path, now).postcodes == 14


def zipped(path: Path, files: dict[str, str]) -> Path:
    """A zip of these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def test_the_directory_in_a_zip_is_found(database_url, tmp_path, now):
    """The largest CSV of the zip is the directory; progress reaches its end."""
    files = {"Documents/names.csv": "a,b\n", "Data/ONSPD_UK.csv": "\n".join(lines()), "readme.txt": "x" * 99_999}
    seen = []
    path = zipped(tmp_path / "new.zip", files)
    counts = import_postcodes(database_url, path, now, lambda done, total: seen.append((done, total)))
    assert counts.postcodes == 14
    assert seen[-1] == (len(files["Data/ONSPD_UK.csv"]),) * 2


def test_zips_that_can_not_be_read_change_nothing(imported, tmp_path, now):
    """A zip without a CSV, and one that is damaged, are refused."""
    path = zipped(tmp_path / "a.zip", {"readme.txt": "hello"})
    with pytest.raises(BadFile, match="holds no CSV"):
        import_postcodes(imported, path, now)
    path = zipped(tmp_path / "b.zip", {"a.csv": "\n".join(lines() * 50)})
    raw = bytearray(path.read_bytes())
    raw[60:90] = bytes(30)
    path.write_bytes(raw)
    with pytest.raises(BadFile, match="can't be read"):
        import_postcodes(imported, path, now)
    assert status(imported, "LU1 1AA") == FOUND


def test_a_zip_bomb_is_stopped(imported, tmp_path, now, monkeypatch):
    """A zip that unpacks to more than a directory can have is refused before it is unpacked."""
    monkeypatch.setattr(opening, "LARGEST_FILE", 1000)
    path = zipped(tmp_path / "bomb.zip", {"a.csv": "0" * 5000})
    with pytest.raises(BadFile, match="5000 bytes unpacked"):
        import_postcodes(imported, path, now)


def test_a_zip_that_lies_about_its_size_is_stopped(imported, tmp_path, now):
    """Nothing is unpacked past the size that the zip says of itself."""
    path = zipped(tmp_path / "bomb.zip", {"a.csv": "\n".join(lines() * 500)})
    raw = bytearray(path.read_bytes())
    size = raw.index(b"PK\x01\x02") + 24  # where the zip's list of contents says how large the file is
    raw[size : size + 4] = (10).to_bytes(4, "little")
    path.write_bytes(raw)
    with pytest.raises(BadFile, match="can't be read"):
        import_postcodes(imported, path, now)
    assert status(imported, "LU1 1AA") == FOUND


def test_the_table_can_be_taken_away_again(imported):
    """The migration goes down and up, and an upgraded database without an import can't look up."""
    from alembic import command
    from alembic.config import Config

    from knowledge.database import MIGRATIONS

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("sqlalchemy.url", imported)
    command.downgrade(config, "0002")
    upgrade(imported)
    assert status(imported, "LU1 1AA") == UNAVAILABLE


def test_the_tables_are_made_on_postgresql():
    """The same tables compile for PostgreSQL, the packed units as bytes."""
    said = []
    engine = create_mock_engine(
        "postgresql://", lambda statement, *_, **__: said.append(str(statement.compile(dialect=engine.dialect)))
    )
    Base.metadata.create_all(engine, tables=[PostcodeDistrict.__table__, PostcodeRelease.__table__], checkfirst=False)
    assert any("units BYTEA NOT NULL" in statement for statement in said)


def test_facts_can_be_loaded_again_without_losing_postcodes(imported, now):
    """A load of facts leaves the postcodes alone."""
    from knowledge.loading.load import load

    load(imported, now)
    assert status(imported, "LU1 1AA") == FOUND
    connect(imported).dispose()
