"""Secrets sent through the real assistant are afterwards nowhere: not in the database, a log line or a reply."""

from __future__ import annotations

import json
import logging
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from bot.engine.start import build_agent
from bot.settings import Settings
from tests.bot.guard.personal.planted import PLANTED, found_in
from tests.bot.servers import free_port, wait_for
from tests.bot.visitors import CHARITY, Visitor
from tests.conftest import TODAY


def raw(path: Path) -> str:
    """Everything in a database file and the files beside it."""
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    files = [path, *path.parent.glob(f"{path.name}-*")]
    return " ".join(file.read_bytes().decode("utf-8", "ignore") for file in files)


def rows(path: Path) -> str:
    """Every row of the tables that a conversation can write to, read as text."""
    with sqlite3.connect(path) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        written = [name for name in names if name in ("conversation", "unanswered_question", "web_turn", "feedback")]
        assert len(written) == 4
        return " ".join(str(row) for name in written for row in database.execute(f"SELECT * FROM {name}"))


@pytest.fixture
def own(loaded_file, tmp_path) -> Settings:
    """Settings with a database of the test's own."""
    path = shutil.copy(loaded_file, tmp_path / "send.db")
    return Settings(database_url=f"sqlite:///{path}", today=TODAY, _env_file=None)


async def test_nothing_planted_is_kept_logged_or_said(own, trained_model, caplog, monkeypatch):
    """Every kind, with an error inside as well: no secret is in the database, the tracker, a log line or a reply."""
    from actions import desk
    from bot.command_line.ask import answer

    monkeypatch.setattr(desk, "_desk", None)
    for name in ("", "rasa", "rasa.core", "httpx", "sqlalchemy.engine", "asyncio", "bot", "actions"):
        caplog.set_level(logging.DEBUG, logger=name)
    agent = build_agent(own, trained_model, remember_in_database=True)
    said = []
    for kind, (message, _) in PLANTED.items():
        said += await answer(agent, f"person {kind}", message, None)
        said += await answer(agent, f"person {kind}", "say that again", None)
        tracker = await agent.tracker_store.retrieve(f"person {kind}")
        assert not found_in(str(tracker.current_state()))

    async def broken(*_):
        raise RuntimeError("no")

    monkeypatch.setattr(agent.processor, "parse_message", broken)
    for message, _ in PLANTED.values():
        said += await answer(agent, "unlucky", message, None)
    path = Path(own.database_url.removeprefix("sqlite:///"))
    assert found_in(json.dumps(said, ensure_ascii=False)) == []
    assert found_in(caplog.text) == []
    assert found_in(raw(path)) == []
    assert found_in(rows(path)) == []


def test_nothing_planted_is_kept_by_a_server(own, trained_model):
    """Over REST, the web chat and the page, bad requests too: nothing is in the database, the output or a reply."""
    port = free_port()
    env = {"DATABASE_URL": own.database_url, "TODAY": TODAY, "SECRET_KEY": own.secret_key, "ALLOWED_ORIGINS": CHARITY}
    env["WEB_MESSAGES_A_MINUTE"] = "100"
    command = [sys.executable, "-m", "bot.command_line", "run", "--port", str(port)]
    server = subprocess.Popen(
        command, env={**os.environ, **env}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/privacy", server)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as http:
            replies = _say_everywhere(http)
    finally:
        server.terminate()
        printed, _ = server.communicate(timeout=30)
    path = Path(own.database_url.removeprefix("sqlite:///"))
    assert len(replies) > 3 * len(PLANTED)
    assert found_in(" ".join(replies)) == []
    assert found_in(printed) == []
    assert found_in(raw(path)) == []


def _say_everywhere(http: httpx.Client) -> list[str]:
    """Sends every planted message by every channel. Returns the bodies of all answers."""
    bodies, visitor = [], Visitor(http)
    for kind, (message, _) in PLANTED.items():
        for answer in (
            http.post("/webhooks/rest/webhook", json={"sender": kind, "message": message}),
            http.post("/webhooks/rest/webhook", json={"sender": kind, "message": [message]}),
            http.post("/webhooks/rest/webhook", content=message.encode()),
            visitor.send(message),
            visitor.send(choice=message),
            http.post("/ask", data={"q": message}),
        ):
            bodies.append(answer.text)
    bodies.append(json.dumps(visitor.history(), ensure_ascii=False))
    return bodies
