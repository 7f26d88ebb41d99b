"""`send-assistant data load` as a person runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from knowledge.loading.load import BUNDLED
from tests.postcode_directory import write_directory


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


def test_postcodes_are_imported(tmp_path, database_url):
    """The command counts what it took and what it left out."""
    done = run(database_url, "import-postcodes", str(write_directory(tmp_path / "directory.csv")))
    assert done.returncode == 0
    assert "14 postcodes in 10 districts. Left out: 0 no longer in use, 0 without an area." in " ".join(
        done.stderr.split()
    )


def test_a_bad_directory_is_one_clear_line(tmp_path, database_url):
    """A file that is no directory ends the command with a reason and no traceback."""
    path = tmp_path / "bad.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    done = run(database_url, "import-postcodes", str(path))
    assert done.returncode == 1
    assert "bad.csv, line 1, column postcode: 'a,b' lacks the column" in done.stderr
    assert "Traceback" not in done.stderr
