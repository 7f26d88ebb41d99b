"""Saying what was deleted."""

from __future__ import annotations

from typing import Any

from bot.channels.deleted import named


def say_deleted(copy: dict[str, Any], deleted: dict[str, int]) -> str:
    """One sentence that names each kind of which there was something, and what Telegram still has."""
    what = named(copy, deleted)
    said = copy["some"].format(what=what) if what else copy["none"]
    return f"{said}\n{copy['after']}"
