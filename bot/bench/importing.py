"""What importing a postcode directory of full size costs, measured on the real command in a process of its own."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from bot.bench.made_directory import write

_BETWEEN_LOOKS = 0.05
"""Seconds."""

_COMMAND = (sys.executable, "-m", "bot.command_line", "data")


class ImportFailed(RuntimeError):
    """The command ended with an error. Carries its exit code."""

    def __init__(self, code: int):
        super().__init__(f"the import ended with exit code {code}; its own message is above")


@dataclass(frozen=True)
class Cost:
    """Seconds, and bytes of the file, of memory at the most, and of the database afterwards."""

    seconds: float
    file_bytes: int
    peak_bytes: int
    database_bytes: int


def measure_import(
    work: Path, rows: int, made: Callable[[int], None], ready: Callable[[], None] = lambda: None
) -> Cost:
    """Makes a directory of so many rows in `work` and imports it into an SQLite database there.

    `made` is told the rows made so far, `ready` is called before the command starts. Raises ImportFailed.
    """
    directory, database = work / "directory.csv", work / "send.db"
    write(directory, rows, made)
    ready()
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{database}"}
    _run([*_COMMAND, "load"], environment)
    began = time.perf_counter()
    peak = _run([*_COMMAND, "import-postcodes", str(directory)], environment)
    return Cost(time.perf_counter() - began, directory.stat().st_size, peak, database.stat().st_size)


def _run(command: list[str], environment: dict[str, str]) -> int:
    """Runs a command and returns the most resident memory it was seen to have, in bytes."""
    process = psutil.Popen(command, env=environment)
    peak = 0
    while process.poll() is None:
        with contextlib.suppress(psutil.Error):  # it may end between two looks
            peak = max(peak, process.memory_info().rss)
        time.sleep(_BETWEEN_LOOKS)
    if process.returncode:
        raise ImportFailed(process.returncode)
    return peak
