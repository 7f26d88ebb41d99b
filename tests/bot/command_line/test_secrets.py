"""Secrets come from the environment, and no command that serves or keeps starts on the known one in production."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from bot.settings import BadSetting, get_settings

SERVING = (["run"], ["actions"], ["ask", "hello"], ["purge"], ["privacy-report"])
CODE = """
import sys
from bot.command_line import main
for arguments in {commands!r}:
    sys.argv = ["send-assistant", *arguments]
    try:
        main()
        print("STARTED", arguments)
    except SystemExit as ended:
        print("ENDED", ended.code)
"""


def run(commands, tmp_path, **environment: str) -> subprocess.CompletedProcess:
    """Runs commands in production, one after the other in one process, away from any .env file."""
    own = {"ENVIRONMENT": "production", "PYTHONPATH": os.getcwd(), **environment}
    inherited = {name: value for name, value in os.environ.items() if name != "SECRET_KEY"}
    return subprocess.run(
        [sys.executable, "-c", CODE.format(commands=[list(one) for one in commands])],
        env={**inherited, **own},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_no_command_starts_with_the_known_secret_in_production(tmp_path):
    """Every command that serves or keeps something refuses in one line, without saying the secret."""
    done = run(SERVING, tmp_path)
    assert done.stdout.split("\n")[:-1] == ["ENDED 1"] * len(SERVING)
    said = done.stderr.strip().splitlines()
    assert len(said) == len(SERVING)
    assert all("Setting SECRET_KEY:" in line and "production" in line for line in said)
    assert "only-for-development" not in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "geheim-4711"),
        ("REST_TOKEN", "geheim-4711"),
        ("METRICS_TOKEN", "geheim-4711"),
        ("DATABASE_URL", "postgresql:geheim-4711@/x:y"),
        ("REDIS_URL", "http://:geheim-4711@127.0.0.1"),
    ],
)
def test_a_bad_secret_is_refused_without_being_said(monkeypatch, name, value):
    """A secret that is too short or malformed is refused by the setting's name; its value is never said."""
    monkeypatch.setenv(name, value)
    get_settings.cache_clear()
    with pytest.raises(BadSetting) as caught:
        get_settings()
    get_settings.cache_clear()
    assert f"Setting {name}:" in str(caught.value)
    assert "geheim" not in str(caught.value)


def test_actions_are_served_on_this_machine_only(tmp_path):
    """The action server asks for no login, so it refuses an address that others can reach unless told otherwise."""
    done = run([["actions", "--host", "0.0.0.0"]], tmp_path, SECRET_KEY="a long random key of our own")
    assert done.stdout == "ENDED 2\n"
    assert "--anywhere" in done.stderr
