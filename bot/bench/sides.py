"""The two sides: how each is trained and started, as processes of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.settings import ROOT

RASA_PROJECT = Path(__file__).parent / "rasa_default"
RASA_ENVIRONMENT = ROOT / ".venv-bench"
RASA_QUIET = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
"""The environment variables stock Rasa runs with."""


class SideFailed(RuntimeError):
    """A side's process ended badly. Carries the last lines it printed."""


@dataclass(frozen=True)
class Side:
    """One assistant to measure: its commands, where they run and with which environment."""

    name: str
    train: Sequence[str]
    serve: Sequence[str]
    port: int
    folder: Path
    environment: dict[str, str]

    def run_training(self) -> None:
        """Trains it. Raises SideFailed."""
        done = subprocess.run(self.train, cwd=self.folder, env=self.environment, capture_output=True, text=True)
        if done.returncode:
            raise SideFailed(f"{self.name}: {' '.join(self.train)} failed: {(done.stdout + done.stderr)[-1500:]}")

    def start(self) -> subprocess.Popen:
        """Starts its server."""
        log = (self.folder / f"{self.port}.log").open("w")
        return subprocess.Popen(self.serve, cwd=self.folder, env=self.environment, stdout=log, stderr=log)


def ours(work: Path, examples: Path, port: int) -> Side:
    """This project, trained on the examples in a folder, in a database of its own."""
    environment = {
        **os.environ,
        "MODELS_DIR": str(work / "models"),
        "DATABASE_URL": f"sqlite:///{work / 'bench.db'}",
        "EXAMPLES_DIR": str(examples),
        "REST_CHANNEL": "on",
        "LOG_LEVEL": "WARNING",
    }
    command = [sys.executable, "-m", "bot.command_line"]
    serve = [*command, "run", "--port", str(port)]
    return Side("this assistant", [*command, "train", "--force"], serve, port, ROOT, environment)


def served(work: Path, port: int, environment: dict[str, str]) -> Side:
    """This project as it is trained now, with settings of its own."""
    serve = [sys.executable, "-m", "bot.command_line", "run", "--port", str(port)]
    return Side("this assistant", (), serve, port, work, {**os.environ, "PYTHONPATH": str(ROOT), **environment})


def rasa_default(folder: Path, port: int) -> Side:
    """Rasa's default pipeline, in an environment of its own."""
    rasa = str(RASA_ENVIRONMENT / "bin" / "rasa")
    train = [rasa, "train", "--quiet"]
    return Side("Rasa's default", train, [rasa, "run", "--port", str(port)], port, folder, RASA_QUIET)


def install_rasa_default() -> None:
    """Installs stock Rasa into `.venv-bench`, from its own lock. Raises SideFailed."""
    uv = shutil.which("uv") or str(ROOT / ".tools" / "bin" / "uv")
    environment = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(RASA_ENVIRONMENT)}
    environment.pop("VIRTUAL_ENV", None)
    try:
        done = subprocess.run(
            [uv, "sync", "--locked", "--project", str(RASA_PROJECT)], env=environment, capture_output=True, text=True
        )
    except FileNotFoundError:
        raise SideFailed("uv is not there; `make setup` brings it") from None
    if done.returncode:
        raise SideFailed(f"Rasa's default could not be installed: {done.stderr[-1500:]}")
