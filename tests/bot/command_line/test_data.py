"""`send-assistant data load` as a person runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from knowledge.loading.load import BUNDLED


def run(url: str, *arguments: str) -> subprocess.CompletedProcess:
    """Runs `send-assistant data …` on a database."""
    command = [sys.executable, "-m", "bot.command_line", "data", *arguments]
    return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, capture_output=True, text=True, timeout=120)


def test_load_counts_what_it_loaded(tmp_path):
    """Loading into an empty place says how much of each kind there is."""
    done = run(f"sqlite:///{tmp_path / 'new' / 'a.db'}", "load")
    assert done.returncode == 0
    assert "153 areas" in done.stderr
    assert "97 inspections" in done.stderr


def test_a_bad_row_is_one_clear_line(tmp_path, database_url):
    """A bad row ends the command with file, line, column, value and reason, and no traceback."""
    folder = tmp_path / "data"
    shutil.copytree(BUNDLED, folder)
    text = (folder / "inspections.csv").read_text(encoding="utf-8")
    (folder / "inspections.csv").write_text(text.replace("2024-07-08", "2024-07-38", 1), encoding="utf-8")
    done = run(database_url, "load", "--from", str(folder))
    assert done.returncode == 1
    assert "inspections.csv, line 2, column start: '2024-07-38' can't be read" in done.stderr
    assert "Traceback" not in done.stderr
