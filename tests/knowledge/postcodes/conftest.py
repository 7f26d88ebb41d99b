"""A database with facts and the small directory imported."""

from __future__ import annotations

import shutil

import pytest

from knowledge.database import sessions
from knowledge.postcodes import PostcodeTable, read_area_codes
from knowledge.postcodes.importing import import_postcodes
from tests.knowledge.conftest import NOW
from tests.postcode_directory import write_directory


@pytest.fixture(scope="session")
def postcodes_file(loaded_file, tmp_path_factory):
    """A database file with facts and the small directory. Read only."""
    folder = tmp_path_factory.mktemp("postcodes")
    path = shutil.copy(loaded_file, folder / "facts.db")
    import_postcodes(f"sqlite:///{path}", write_directory(folder / "ONSPD_FEB_2026_UK.csv"), NOW)
    return path


@pytest.fixture(scope="session")
def table(postcodes_file):
    """The table of the small directory."""
    return PostcodeTable(sessions(f"sqlite:///{postcodes_file}"))


@pytest.fixture(scope="session")
def codes(loaded_file):
    """The codes of all areas on record, with the former ones."""
    with sessions(f"sqlite:///{loaded_file}")() as session:
        return read_area_codes(session)
