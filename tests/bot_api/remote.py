"""A server in a process of its own, driven over HTTP with the same methods as the one in the process."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.bot_api.control import Control
from tests.bot_api.sent import Sent
from tests.bot_api.state import DEFAULT_TOKEN

ROOT = Path(__file__).resolve().parent.parent.parent
STARTING_SECONDS = 20
LONGEST_CALL_SECONDS = 900
GIVE_SENT = ("sent", "wait_for")


class ControlError(Exception):
    """The server refused a control call, or waited in vain."""


class RemoteControl:
    """Every method of Control but `wait_until`, called the same way; none needs `await`."""

    def __init__(self, root: str, token: str = DEFAULT_TOKEN) -> None:
        self.root, self.url, self.file_url, self.token = root, f"{root}/bot", f"{root}/file/bot", token
        self._http = httpx.Client(base_url=root, timeout=LONGEST_CALL_SECONDS)

    def __getattr__(self, name: str):
        method = getattr(Control, name, None)
        if name.startswith("_") or method is None:
            raise AttributeError(f"the local Bot API server has no control method {name!r}")
        signature = inspect.signature(method)

        def call(*values, **named) -> object:
            arguments = dict(signature.bind(None, *values, **named).arguments)
            arguments.pop("self")
            arguments.update(arguments.pop("how", {}))
            return self._call(name, arguments)

        return call

    def is_ready(self) -> bool:
        """Whether the server answers."""
        try:
            return self._http.get("/control").is_success
        except httpx.TransportError:
            return False

    def close(self) -> None:
        """Lets go of the connections."""
        self._http.close()

    def _call(self, name: str, arguments: dict) -> object:
        answer = self._http.post(f"/control/{name}", json=arguments).json()
        if "error" in answer:
            raise ControlError(f"{name}: {answer['error']}")
        return [Sent(**entry) for entry in answer["result"]] if name in GIVE_SENT else answer["result"]


@contextmanager
def bot_api_process(port: int, state: Path | None = None, token: str = DEFAULT_TOKEN) -> Iterator[RemoteControl]:
    """Runs `python -m tests.bot_api` while the block runs."""
    command = [sys.executable, "-m", "tests.bot_api", "--port", str(port), "--token", token]
    process = subprocess.Popen(
        command + (["--state", str(state)] if state else []),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,
    )
    remote = RemoteControl(f"http://127.0.0.1:{port}", token)
    try:
        for _ in range(STARTING_SECONDS * 20):
            assert process.poll() is None, f"the local Bot API server could not start; is port {port} free?"
            if remote.is_ready():
                break
            time.sleep(0.05)
        yield remote
    finally:
        remote.close()
        process.terminate()
        process.wait(timeout=10)
