"""What one action gives back: replies, and what to remember."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from actions.reply import Reply


@dataclass(frozen=True)
class Turn:
    """Replies to send, in order, and slots to set. A slot set to None is forgotten."""

    replies: tuple[Reply, ...]
    remember: dict[str, Any] = field(default_factory=dict)

    def and_remember(self, **slots: Any) -> Turn:
        """The same turn, remembering these too."""
        return Turn(self.replies, {**self.remember, **slots})

    def then(self, other: Turn) -> Turn:
        """This turn followed by another."""
        return Turn(self.replies + other.replies, {**self.remember, **other.remember})
