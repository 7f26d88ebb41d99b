"""The SQLite database locked, full, read-only, gone or damaged: conversations go on, or people are told honestly."""

from __future__ import annotations

import resource
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.command_line.ask import answer
from bot.engine.start import build_agent
from bot.memory.outage import Outage
from bot.server.health import Health
from bot.settings import Settings
from knowledge.database import is_newest, upgrade
from knowledge.errors import NoDatabase
from tests.conftest import TODAY

SMALLEST_FILE = 100
"""Bytes a file may have while the disk is "full": less than one page."""


@pytest.fixture(scope="module")
def shared(loaded_file, trained_model, tmp_path_factory):
    """A database file of this module's own and the assistant over it."""
    file = Path(shutil.copy(loaded_file, tmp_path_factory.mktemp("faults") / "send.db"))
    return file, build_agent(over(f"sqlite:///{file}"), trained_model, remember_in_database=True)


@pytest.fixture
def path(shared) -> Path:
    """The file, with no conversation in it."""
    with sqlite3.connect(shared[0]) as db:
        db.execute("DELETE FROM conversation")
    return shared[0]


@pytest.fixture
def assistant(shared, path, monkeypatch):
    """The assistant over that file, which has met no fault yet."""
    agent = shared[1]
    monkeypatch.setattr(agent.tracker_store._keeping, "_outage", Outage("conversations can't be kept"))
    return agent


def over(url: str) -> Settings:
    """Settings over a database."""
    return Settings(database_url=url, today=TODAY, _env_file=None)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another process writes and does not end."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process can grow: what a full disk is to SQLite."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALLEST_FILE, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def kept_rows(path: Path) -> int:
    """How many conversations are in the file."""
    with sqlite3.connect(path) as db:
        return db.execute("SELECT count(*) FROM conversation").fetchone()[0]


async def _talk(agent, *questions: str, sender: str = "me") -> list[tuple[str, list[str]]]:
    replies = [(await answer(agent, sender, question, None))[0] for question in questions]
    return [(reply["status"], reply["areas"]) for reply in replies]


@pytest.mark.parametrize("fault", ["locked", "full"])
async def test_a_conversation_goes_on_when_nothing_can_be_written(assistant, path, fault, caplog):
    """Locked or full: questions and follow-ups are answered, and the log says once that nothing can be kept."""
    await _talk(assistant, "i live in leeds")
    with locked(path) if fault == "locked" else full_disk():
        said = await _talk(assistant, "has bedford been inspected", "when will they be back", "qwxz blorp fnord")
    assert [status for status, _ in said[:2]] == ["answered", "answered"]
    assert said[1][1] == ["E06000055"]
    assert said[2][0] != "error"
    lost = [record.getMessage() for record in caplog.records if "can't be kept" in record.getMessage()]
    assert len(lost) == 1
    assert "OperationalError" in lost[0]
    assert "bedford" not in caplog.text.lower()


async def test_what_was_kept_meanwhile_goes_back_to_the_database(assistant, path, monkeypatch):
    """After the fault the conversation is in the database again, with what was said during it."""
    monkeypatch.setattr("bot.memory.outage.SECONDS", 0.0)
    with locked(path):
        await _talk(assistant, "has bedford been inspected")
    assert kept_rows(path) == 0
    assert (await _talk(assistant, "when will they be back"))[0][1] == ["E06000055"]
    assert kept_rows(path) == 1


async def test_nobody_is_told_of_a_deletion_that_did_not_happen(assistant, path):
    """When the database can't be written, "delete my data" says that it went wrong, and can be asked again."""
    await _talk(assistant, "i live in leeds")
    with locked(path):
        assert [status for status, _ in await _talk(assistant, "delete my data")] == ["error"]
    assert kept_rows(path) == 1
    assert [status for status, _ in await _talk(assistant, "delete my data")] == ["answered"]
    assert kept_rows(path) == 0


async def test_a_read_only_database_still_answers(path, trained_model):
    """Over a database that may only be read, questions and follow-ups are answered."""
    keep_open = sqlite3.connect(path)
    keep_open.execute("SELECT count(*) FROM local_area").fetchone()
    read_only = over(f"sqlite:///file:{path}?mode=ro&uri=true")
    agent = build_agent(read_only, trained_model, remember_in_database=True)
    said = await _talk(agent, "has bedford been inspected", "when will they be back")
    assert said == [("answered", ["E06000055"])] * 2
    assert kept_rows(path) == 0
    keep_open.close()


async def test_a_database_damaged_while_running_is_said_honestly(shared, tmp_path, trained_model, caplog):
    """A file overwritten under the assistant: the person gets an error reply in words, the log the kind of error."""
    path = Path(shutil.copy(shared[0], tmp_path / "send.db"))
    assistant = build_agent(over(f"sqlite:///{path}"), trained_model, remember_in_database=True)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as handle:
        handle.write(b"\xde\xad\xbe\xef" * (path.stat().st_size // 4))
    (reply,) = await answer(assistant, "me", "has kent been inspected", None)
    assert reply["status"] == "error"
    assert "went wrong" in reply["text"]
    assert "DatabaseError" in caplog.text


async def test_a_database_deleted_while_running_is_said_to_the_operator(shared, tmp_path, trained_model):
    """People still get answers from what is open; /health fails, since nothing would be left after a restart."""
    path = Path(shutil.copy(shared[0], tmp_path / "send.db"))
    assistant = build_agent(over(f"sqlite:///{path}"), trained_model, remember_in_database=True)
    times = iter(range(0, 100, 10))
    health = Health(assistant, clock=lambda: next(times))
    assert await _talk(assistant, "has bedford been inspected") == [("answered", ["E06000055"])]
    assert (await health.alive())[0]
    path.unlink()
    assert await _talk(assistant, "when will they be back") == [("answered", ["E06000055"])]
    good, said = await health.alive()
    assert (good, said["database"], said["understanding"]) == (False, "failed", "ok")


@pytest.mark.parametrize("content", [b"not a database at all" * 500, b""])
def test_a_file_that_is_no_database_is_named_at_the_start(tmp_path, content):
    """A damaged or empty file is refused in one clear line with its path; the file stays as it was."""
    path = tmp_path / "send.db"
    path.write_bytes(content)
    with pytest.raises(NoDatabase) as caught:
        is_newest(f"sqlite:///{path}")
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    if content:
        with pytest.raises(NoDatabase, match=r"not a database.*Nothing was changed"):
            upgrade(f"sqlite:///{path}")
        assert path.read_bytes() == content


def test_a_database_of_a_newer_version_is_not_touched(path):
    """A database that a later version made is refused and left alone."""
    with sqlite3.connect(path) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NoDatabase, match=r"9999.*Nothing was changed"):
        upgrade(f"sqlite:///{path}")
