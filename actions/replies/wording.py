"""Choosing the wording of a copy file: easy read where it has its own, one or many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actions.conversation import Conversation
from actions.desk import Desk

EASY_READ = "easy_read"


class Wording:
    """The wording of one copy file in one style. Easy read falls back on the standard words."""

    def __init__(self, copy: dict[str, Any], style: str):
        self._copy, self._easy = copy, copy.get(EASY_READ, {}) if style == EASY_READ else {}
        self.is_easy = style == EASY_READ

    def get(self, *path: Any) -> Any:
        """The wording at this path. Raises KeyError when the file has none."""
        return self._at(self._easy, path) or self._must(path)

    def has(self, *path: Any) -> bool:
        """True when there is a wording at this path."""
        return self._at(self._copy, path) is not None

    def say(self, *path: Any, **filled: Any) -> str:
        """The sentence at this path, filled in."""
        return self.get(*path).format(**filled)

    def counted(self, count: int, *path: str, **filled: Any) -> str:
        """The sentence for this many: the one that ends in `_one` for a single thing, where there is one."""
        one = (*path[:-1], f"{path[-1]}_one")
        return self.say(*(one if count == 1 and self.has(*one) else path), count=count, **filled)

    def _must(self, path: Sequence[Any]) -> Any:
        found = self._at(self._copy, path)
        if found is None:
            raise KeyError(f"no wording at {' > '.join(map(str, path))}")
        return found

    @staticmethod
    def _at(copy: Any, path: Sequence[Any]) -> Any:
        for key in path:
            copy = copy.get(key) if isinstance(copy, dict) else None
        return copy


def wording_of(desk: Desk, talk: Conversation, file: str) -> Wording:
    """The wording of one copy file in the style this conversation is in."""
    return Wording(desk.copy[file], talk.style)


def listed(words: Sequence[str], joined_by: str = " and ") -> str:
    """The words as a person lists them: "Kent, Surrey and Leeds"."""
    return joined_by.join(part for part in (", ".join(words[:-1]), words[-1]) if part)
