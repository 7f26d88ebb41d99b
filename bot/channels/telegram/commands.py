"""What each command asks. Their names, descriptions and questions stand in `actions/copy/telegram.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from telegram import BotCommand

_COMMAND = re.compile(r"/([A-Za-z0-9_]+)(?:@\w+)?(?:\s+(.*))?", re.DOTALL)


@dataclass(frozen=True)
class Command:
    """A command as typed: its name in small letters and the words after it."""

    name: str
    argument: str


def read_command(text: str) -> Command | None:
    """The command a message is, or None."""
    found = _COMMAND.fullmatch(text.strip())
    return Command(found[1].lower(), (found[2] or "").strip()) if found else None


def question_of(command: Command, copy: dict[str, Any]) -> str | None:
    """The plain question a command stands for; None when it has none, or is not one of ours."""
    ways = copy["commands"].get(command.name) or {}
    if command.argument and "with_words" in ways:
        return ways["with_words"].format(words=command.argument)
    return ways.get("asks")


def to_set(copy: dict[str, Any]) -> list[BotCommand]:
    """The commands as Telegram shows them."""
    return [BotCommand(name, ways["description"]) for name, ways in copy["commands"].items()]
