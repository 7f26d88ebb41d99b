"""What the tests of survey windows share: a database of all areas that a test may change, and cells that are right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

from knowledge.database import sessions
from knowledge.surveys import windows

LEEDS = {
    "area": "Leeds",
    "audience": "parent_carer",
    "opens": "2026-06-29T09:00",
    "closes": "2026-07-07T09:00",
    "link": "https://survey.example.org/leeds",
    "source": "Leeds council news",
    "source_url": "https://leeds.example.org/news",
    "source_date": "2026-06-22",
}
HEADING = ",".join(LEEDS)


@pytest.fixture
def maker(database_url) -> Iterator[sessionmaker]:
    """A maker of sessions on a database of the test's own."""
    made = sessions(database_url)
    yield made
    made.kw["bind"].dispose()


@pytest.fixture
def session(maker) -> Iterator[Session]:
    """A session whose transaction is undone at the end."""
    with maker() as one:
        yield one


@pytest.fixture
def add(session, now) -> Callable:
    """Adds the window for Leeds with some cells changed; nobody is told."""
    return lambda **changed: windows.add(session, {**LEEDS, **changed}, now, listeners=())


@pytest.fixture
def write(tmp_path) -> Callable[..., Path]:
    """Writes a file of survey windows: rows under the heading, in the signs and with the separator given."""

    def make(*rows: str, heading: str = HEADING, encoding: str = "utf-8") -> Path:
        path = tmp_path / "surveys.csv"
        path.write_bytes("\r\n".join([heading, *rows, ""]).encode(encoding))
        return path

    return make
