"""A server in a process of its own, driven over HTTP with the same methods as the one in the process."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.bot_api.sent import Sent
from tests.bot_api.state import DEFAULT_TOKEN

STARTING_SECONDS = 20
LONGEST_CALL_SECONDS = 300
LISTS_OF_SENT = ("sent", "wait_for")


class ControlError(Exception):
    """The server refused a control call, or waited in vain."""


class RemoteControl:
    """Every method of Control, called as `remote.text(user, "hello")`; arguments after the first two by name."""

    def __init__(self, root: str, token: str = DEFAULT_TOKEN) -> None:
        self.root, self.url, self.file_url, self.token = root, f"{root}/bot", f"{root}/file/bot", token
        self._http = httpx.Client(base_url=root, timeout=LONGEST_CALL_SECONDS)

    def __getattr__(self, name: str):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda **arguments: self._call(name, arguments)

    def text(self, user: int, text: str, **more) -> dict | None:
        """Somebody writes."""
        return self._call("text", {"user": user, "text": text, **more})

    def _call(self, name: str, arguments: dict) -> object:
        answer = self._http.post(f"/control/{name}", json=arguments).json()
        if "error" in answer:
            raise ControlError(f"{name}: {answer['error']}")
        return [Sent(**entry) for entry in answer["result"]] if name in LISTS_OF_SENT else answer["result"]


@contextmanager
def bot_api_process(port: int, state: Path | None = None) -> Iterator[RemoteControl]:
    """Runs `python -m tests.bot_api` while the block runs."""
    command = [sys.executable, "-m", "tests.bot_api", "--port", str(port)]
    process = subprocess.Popen(command + (["--state", str(state)] if state else []))
    try:
        remote = RemoteControl(f"http://127.0.0.1:{port}")
        _wait(remote, process)
        yield remote
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait(remote: RemoteControl, process: subprocess.Popen) -> None:
    for _ in range(STARTING_SECONDS * 20):
        assert process.poll() is None, "the local Bot API server stopped while starting"
        try:
            remote._http.get("/control")
            return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError(f"no answer from {remote.root}")
