"""A real PostgreSQL of a test's own, on a free port, that can be stopped and started again."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = Path("/usr/lib/postgresql/15/bin")
NOT_ROOT = "postgres"
FAST = ("fsync=off", "full_page_writes=off", "max_connections=30")


class PostgresServer:
    """A cluster in a folder of its own. PostgreSQL refuses to run as root, so it runs as another user then."""

    def __init__(self, folder: Path, port: int):
        self.folder, self.port = folder, port
        self.url = f"postgresql://postgres@127.0.0.1:{port}/postgres"

    def start(self) -> None:
        """Starts it and waits until it answers."""
        options = " ".join(f"-c {one}" for one in (*FAST, f"port={self.port}", "listen_addresses=127.0.0.1"))
        options += f" -k {self.folder}"
        self._run(
            "pg_ctl", "-D", str(self.folder / "data"), "-w", "-l", str(self.folder / "log"), "-o", options, "start"
        )

    def stop(self) -> None:
        """Ends it at once, as an outage does."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", "immediate", "stop")

    def create(self) -> None:
        """Makes the cluster; nobody but this machine can reach it."""
        self._run("initdb", "-D", str(self.folder / "data"), "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8")

    def _run(self, program: str, *arguments: str) -> None:
        user = NOT_ROOT if os.getuid() == 0 else None
        command = [str(PROGRAMS / program), *arguments]
        done = subprocess.run(
            command, user=user, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        assert done.returncode == 0, f"{program} failed: {done.stderr}"


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """A running PostgreSQL, gone with everything in it afterwards."""
    assert (PROGRAMS / "initdb").exists(), "PostgreSQL 15 is not installed (Debian: apt-get install postgresql-15)"
    folder = Path(tempfile.mkdtemp(prefix="send-postgres-"))
    if os.getuid() == 0:
        os.chown(folder, pwd.getpwnam(NOT_ROOT).pw_uid, -1)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = PostgresServer(folder, port)
    try:
        server.create()
        server.start()
        yield server
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            server.stop()
        shutil.rmtree(folder)
