"""A private PostgreSQL for tests: a cluster in a folder of its own, on a socket, gone when the tests end."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path("/usr/lib/postgresql")
MISSING = f"PostgreSQL is not installed: run `apt-get install postgresql` (its programs are looked for in {ROOT})"
USER = "tester"
_FAST = "fsync=off synchronous_commit=off full_page_writes=off listen_addresses='' max_connections=40"


def programs() -> Path:
    """The folder with PostgreSQL's programs. Fails with what to install where there is none."""
    found = sorted(ROOT.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    assert found, MISSING
    return found[-1].parent


@contextmanager
def cluster() -> Iterator[str]:
    """A running cluster; gives the URL of its database `postgres`. It refuses to run as root, so root steps down."""
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    before = _as_somebody(folder)
    data, bin_folder = folder / "data", programs()
    try:
        _run([*before, bin_folder / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync"])
        options = " ".join([f"-k {folder}", *(f"-c {one}" for one in _FAST.split())])
        _run([*before, bin_folder / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"])
        try:
            yield f"postgresql+psycopg2://{USER}@/postgres?host={folder}"
        finally:
            _run([*before, bin_folder / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as_somebody(folder: Path) -> list[str]:
    """How a command is begun so that it does not run as root."""
    if os.geteuid() != 0:
        return []
    name = "postgres"
    owner = pwd.getpwnam(name)
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]


def _run(command: list[object]) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd="/tmp")
    assert done.returncode == 0, f"{command}: {done.stderr or done.stdout}"
