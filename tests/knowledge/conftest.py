"""What the tests of this room share: a clock that stands still and databases that are really loaded.

`small_data/` holds two areas in the form of the bundled data, for tests that break or change a file.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import sessionmaker

from knowledge.clock import fixed_clock
from knowledge.database import connect, sessions
from knowledge.loading.load import load
from knowledge.models import Base
from knowledge.store import KnowledgeStore

NOW = fixed_clock("2026-07-01T12:00")()
SMALL = Path(__file__).parent / "small_data"


@pytest.fixture(scope="session")
def now() -> dt.datetime:
    """The moment at which all tests take place."""
    return NOW


@pytest.fixture(scope="session")
def bundled_store(loaded_file) -> KnowledgeStore:
    """The store on the bundled data, for reading only."""
    return KnowledgeStore(f"sqlite:///{loaded_file}")


@pytest.fixture(scope="session")
def small_file(tmp_path_factory) -> Path:
    """A database file with the small data, to be copied."""
    path = tmp_path_factory.mktemp("small") / "facts.db"
    load(f"sqlite:///{path}", NOW, SMALL)
    return path


@pytest.fixture
def small_url(small_file, tmp_path) -> str:
    """The URL of a database with the small data that a test may change."""
    return f"sqlite:///{shutil.copy(small_file, tmp_path / 'facts.db')}"


@pytest.fixture
def small_sessions(small_url) -> Iterator[sessionmaker]:
    """A maker of sessions on the database of `small_url`."""
    maker = sessions(small_url)
    yield maker
    maker.kw["bind"].dispose()


@pytest.fixture
def small_folder(tmp_path) -> Path:
    """A copy of the small data files that a test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "files"))


@pytest.fixture(scope="session")
def contents() -> Callable[[str], dict[str, list]]:
    """Returns a function that reads every row of every table of a database."""

    def read(url: str) -> dict[str, list]:
        engine = connect(url)
        with engine.connect() as connection:
            rows = {
                table.name: sorted(map(repr, connection.execute(select(table))))
                for table in Base.metadata.sorted_tables
            }
        engine.dispose()
        return rows

    return read
