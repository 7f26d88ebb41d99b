"""Saying what was deleted."""

from __future__ import annotations

from typing import Any

from actions.replies.greeting import counted
from actions.replies.wording import listed


def say_deleted(copy: dict[str, Any], deleted: dict[str, int]) -> str:
    """One sentence that names each kind of which there was something, and what Telegram still has."""
    named = [counted(copy[kind], count) for kind, count in deleted.items() if count]
    said = copy["some"].format(what=listed(named)) if named else copy["none"]
    return f"{said}\n{copy['after']}"
