"""A short coverage-guided run of each target. `make fuzz` runs them for longer."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.settings import ROOT
from tests.fuzz.targets import TARGETS

TRIES = 3000


@pytest.mark.skipif(
    sys.platform != "linux", reason="the fuzzer is made for Linux only; the properties are tried everywhere"
)
@pytest.mark.parametrize("name", TARGETS)
def test_a_short_run_finds_nothing(name):
    """Inputs that grow towards untried code break no promise."""
    command = [sys.executable, "-m", "tests.fuzz", name, "--tries", str(TRIES), "--seconds", "60"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "stat::number_of_executed_units" in done.stderr
