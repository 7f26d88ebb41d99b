"""A real Redis of a test's own, on a free port, that can be stopped mid-way."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bot.servers import free_port

PROGRAM = "redis-server"


@dataclass
class RedisServer:
    """A running Redis and its address."""

    port: int
    process: subprocess.Popen

    @property
    def url(self) -> str:
        """What REDIS_URL would be."""
        return f"redis://127.0.0.1:{self.port}/0"

    def stop(self) -> None:
        """Ends it, as an outage does."""
        self.process.kill()
        self.process.wait(timeout=10)


@contextmanager
def redis_server(folder: Path, port: int | None = None) -> Iterator[RedisServer]:
    """Starts Redis with nothing kept on disk."""
    assert shutil.which(PROGRAM), "redis-server is not installed (Debian: apt-get install redis-server)"
    port = port or free_port()
    command = [PROGRAM, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    process = subprocess.Popen([*command, "--dir", str(folder)], stdout=subprocess.DEVNULL)
    try:
        _wait(port)
        yield RedisServer(port, process)
    finally:
        process.kill()
        process.wait(timeout=10)


def _wait(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("redis-server did not start")
