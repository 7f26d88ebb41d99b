"""Naming what was deleted, on every channel."""

from __future__ import annotations

from typing import Any

from actions.replies.greeting import counted
from actions.replies.wording import listed


def named(copy: dict[str, Any], deleted: dict[str, int]) -> str:
    """Each kind of which there was something, with how much, as one list; empty when there was nothing."""
    kinds = [counted(copy[kind], count) for kind, count in deleted.items() if count]
    return listed(kinds) if kinds else ""
