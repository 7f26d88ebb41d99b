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
NO_NODE = shutil.which("npm") is None


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


def test_the_committed_file_is_of_these_sources():
    """Nothing that the widget is made of has changed since it was built: with or without Node."""
    files = [file for folder in ("src", "copy") for file in (WIDGET / folder).rglob("*") if file.is_file()]
    files += [WIDGET / "build.mjs", WIDGET / "package-lock.json"]
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.relative_to(WIDGET).as_posix()):
        digest.update(f"{file.relative_to(WIDGET).as_posix()}\0".encode() + file.read_bytes())
    built_of = (WIDGET / "dist" / "sources.txt").read_text().strip()
    assert built_of == digest.hexdigest(), "run `make widget` (needs Node) and commit bot/widget/dist"


@pytest.mark.skipif(NO_NODE, reason="without Node the test of the sources stands in")
def test_a_rebuild_gives_the_same_bytes(tmp_path):
    """With Node, the locked tools check the types and make the committed file again."""
    copy = shutil.copytree(WIDGET, tmp_path / "widget", ignore=shutil.ignore_patterns("node_modules"))
    for command in ("npm ci", "npm run check", "npm run build -- --check"):
        done = subprocess.run(command.split(), cwd=copy, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
