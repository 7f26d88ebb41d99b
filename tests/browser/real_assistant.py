"""The real assistant, for the same tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.bot.servers import free_port, wait_for


@contextmanager
def real_assistant(origin: str, database_url: str, models_dir: str, today: str) -> Iterator[str]:
    """Runs `send-assistant run` for pages of `origin`; gives its address."""
    port = free_port()
    settings = {"DATABASE_URL": database_url, "MODELS_DIR": models_dir, "TODAY": today, "ALLOWED_ORIGINS": origin}
    many = dict.fromkeys(("WEB_MESSAGES_A_MINUTE", "WEB_REQUESTS_A_MINUTE", "WEB_SESSIONS_AN_HOUR"), "100000")
    settings.update(many)  # all tests come from one address
    command = [sys.executable, "-m", "bot.command_line", "run", "--port", str(port)]
    process = subprocess.Popen(command, env={**os.environ, **settings}, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)
