"""Saying what "delete my data" deleted beside the conversation itself."""

from __future__ import annotations

from typing import Any

from bot.channels.deleted import named


def also_deleted(copy: dict[str, Any], replies: list[dict[str, Any]], deleted: dict[str, int]) -> list[dict[str, Any]]:
    """The replies, the last of which also names each kind of which something was deleted, with how much."""
    what = named(copy, deleted)
    if not what:
        return replies
    *others, last = replies
    return [*others, {**last, "text": f"{last['text']} {copy['also'].format(what=what)}"}]
