"""The scripted conversation of a demonstration, read from a file that anybody can edit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

DOES = ("says", "presses", "sends", "edits")
THINGS = ("photo", "voice", "document", "sticker", "location", "contact")


class BadScript(ValueError):
    """A script that can't be played."""

    def __init__(self, path: Path, where: str, reason: str):
        super().__init__(f"{path.name}, {where}: {reason}")


@dataclass(frozen=True)
class Step:
    """One thing the person does: `does` is a word of DOES, `what` its object."""

    does: str
    what: str


@dataclass(frozen=True)
class Script:
    """A conversation to play. `today` is the day the assistant is told, as in the setting TODAY."""

    title: str
    person: str
    today: str | None
    steps: tuple[Step, ...]


def read_script(path: Path) -> Script:
    """Reads a script. Raises BadScript that names the step."""
    try:
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise BadScript(path, "the file", f"can't be read: {error}") from error
    if not isinstance(written, dict) or not isinstance(written.get("steps"), list):
        raise BadScript(path, "the file", "needs a line “steps:” with steps below it")
    steps = tuple(_step(path, number, entry) for number, entry in enumerate(written["steps"], 1))
    today = written.get("today")
    return Script(
        title=str(written.get("title", "A conversation on Telegram")),
        person=str(written.get("person", "Ana")),
        today=str(today) if today else None,
        steps=steps,
    )


def _step(path: Path, number: int, entry: object) -> Step:
    where = f"step {number}"
    if not isinstance(entry, dict) or len(entry) != 1:
        raise BadScript(path, where, f"{entry!r} is not one of “says: …”, “presses: …”, “sends: …”, “edits: …”")
    does, what = next(iter(entry.items()))
    if does not in DOES:
        raise BadScript(path, where, f"“{does}” is none of {', '.join(DOES)}")
    if what is None or (does == "sends" and what not in THINGS):
        raise BadScript(
            path, where, f"“{does}: {what or ''}” needs " + (", ".join(THINGS) if does == "sends" else "words")
        )
    return Step(does, str(what))
