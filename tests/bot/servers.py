"""Helpers for tests that start a real server."""

from __future__ import annotations

import socket
import subprocess
import time

import httpx

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
