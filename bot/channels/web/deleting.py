"""Saying what "delete my data" deleted beside the conversation itself."""

from __future__ import annotations

from typing import Any

from actions.replies.greeting import counted
from actions.replies.wording import listed


def also_deleted(copy: dict[str, Any], replies: list[dict[str, Any]], deleted: dict[str, int]) -> list[dict[str, Any]]:
    """The replies, the last of which also names each kind of which something was deleted, with how much."""
    named = [counted(copy[kind], count) for kind, count in deleted.items() if count]
    if not named:
        return replies
    *others, last = replies
    return [*others, {**last, "text": f"{last['text']} {copy['also'].format(what=listed(named))}"}]
