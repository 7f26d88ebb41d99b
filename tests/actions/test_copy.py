"""The wording files."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from actions.reply import STATUSES
from bot.settings import ROOT

ALLOWED_LONG = re.compile(r"send-assistant|[A-Z]{4,}|%|\{|knowledge/|docs/|\.csv|http|JSON|setting", re.IGNORECASE)


def test_sentences_to_families_live_in_files():
    """No Python file of `actions` holds a sentence outside docstrings and errors: copy is in copy/*.yml."""
    found = []
    for path in sorted((ROOT / "actions").rglob("*.py")):
        found += [f"{path.name}: {text}" for text in _strings(path) if _is_sentence(text)]
    assert found == []


def test_statuses_are_those_of_the_contract():
    """The statuses are the nine of the design."""
    assert len(STATUSES) == len(set(STATUSES)) == 9


def _strings(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    strings = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [node.value for node in strings if id(node) not in docs]


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= 5 and not ALLOWED_LONG.search(text)
