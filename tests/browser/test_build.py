"""What is committed is what the sources give, small enough for a phone."""

from __future__ import annotations

import base64
import gzip
import hashlib
import shutil
import subprocess

import pytest

from bot.settings import ROOT

WIDGET = ROOT / "bot" / "widget"
BUILT = WIDGET / "dist" / "send-assistant.js"
LARGEST = 30 * 1024


def test_size():
    """The widget is at most 30 KB compressed, styles and wording included."""
    assert len(gzip.compress(BUILT.read_bytes(), 9)) <= LARGEST


def test_integrity_value():
    """The published integrity value is that of the committed file."""
    digest = base64.b64encode(hashlib.sha384(BUILT.read_bytes()).digest()).decode()
    assert (WIDGET / "dist" / "integrity.txt").read_text().strip() == f"sha384-{digest}"


@pytest.mark.parametrize(
    "word", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "localStorage", ".cookie"]
)
def test_nothing_dangerous_is_built_in(word):
    """No markup from strings, no evaluation, no storage beyond the tab."""
    assert word not in BUILT.read_text(encoding="utf-8")


def test_a_rebuild_gives_the_same_bytes(tmp_path):
    """With Node, the locked tools check the types and make the committed file again."""
    if not shutil.which("npm"):
        pytest.skip("npm is not on this machine; the committed widget is served as it is")
    copy = shutil.copytree(WIDGET, tmp_path / "widget", ignore=shutil.ignore_patterns("node_modules"))
    for command in ("npm ci", "npm run check", "npm run build -- --check"):
        done = subprocess.run(command.split(), cwd=copy, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
