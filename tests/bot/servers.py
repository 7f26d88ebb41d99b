"""Helpers for tests that start a real server."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from bot.settings import Settings

WAITING_SECONDS = 60


def free_port() -> int:
    """A port of this machine that is free now."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


def wait_for(url: str, process: subprocess.Popen) -> None:
    """Waits until a server answers at `url`."""
    for _ in range(WAITING_SECONDS * 10):
        assert process.poll() is None, "the server stopped while starting"
        try:
            httpx.get(url)
            return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"no answer from {url}")


@contextmanager
def serving(settings: Settings, port: int = 0, **more: str) -> Iterator[str]:
    """A running `send-assistant run` over the database of these settings; gives its address."""
    port = port or free_port()
    own = {"DATABASE_URL": settings.database_url, "TODAY": settings.today, "SECRET_KEY": settings.secret_key}
    command = [sys.executable, "-m", "bot.command_line", "run", "--port", str(port)]
    process = subprocess.Popen(command, env={**os.environ, **own, **more}, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/privacy", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)
