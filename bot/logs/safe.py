"""What may stand in a log line: our own sentences and fields. Of everything else only its kind and its place.

The text of an exception can hold what a person wrote (a database driver quotes the values of a statement), and so
can a library's message. Neither is ever written.
"""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from typing import Any

OUR_ROOMS = ("bot", "nlu", "actions", "knowledge")
ROOT = Path(__file__).resolve().parent.parent.parent
LIBRARY = "a library has something to say"
MOST_PLACES = 4

EventDict = dict[str, Any]


def is_ours(logger_name: str) -> bool:
    """True for a logger of this project's own code."""
    return logger_name.partition(".")[0] in OUR_ROOMS


def places_of(error: BaseException) -> list[str]:
    """Where an exception came from: our own lines, innermost last; the last line at all when none is ours."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _short(frame.filename)]
    return [f"{_short(frame.filename) or Path(frame.filename).name}:{frame.lineno}" for frame in ours or frames[-1:]][
        -MOST_PLACES:
    ]


def kinds_of(error: BaseException) -> str:
    """The type of an exception and of those it was raised from: "Failed < OperationalError"."""
    names: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(names) < MOST_PLACES:
        names.append(type(seen).__name__)
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return " < ".join(names)


def described(error: BaseException) -> str:
    """An exception for a log line: "OperationalError at bot/memory/keeping.py:81". Never its text."""
    return f"{kinds_of(error)} at {places_of(error)[-1]}" if error.__traceback__ else kinds_of(error)


def route_name(request: Any) -> str:
    """The pattern of the address that was asked for ("area/<name>"): the address itself can hold words or tokens."""
    route = getattr(request, "route", None)
    return f"/{route.path}" if route is not None else "an address that is none"


def only_kind_and_place(logger: Any, method: str, event: EventDict) -> EventDict:
    """Turns an exception into its kind and its places (a processor of structlog)."""
    error = _exception(event.pop("exc_info", None))
    event.pop("stack_info", None)
    if error is not None:
        event["error"], event["places"] = kinds_of(error), places_of(error)
    return event


def only_our_sentences(logger: Any, method: str, event: EventDict) -> EventDict:
    """Keeps a library's message out of the log: its name and its place are enough to find it (a processor)."""
    record: logging.LogRecord | None = event.get("_record")
    if record is not None and not is_ours(record.name):
        event["event"] = LIBRARY
        event["place"] = f"{record.name} {Path(record.pathname).name}:{record.lineno}"
    return event


def only_the_name(logger: Any, method: str, event: EventDict) -> EventDict:
    """Of an event that Rasa logs with structlog, only its name: the fields can hold a message (a processor)."""
    return {"event": str(event.get("event", ""))[:80].split("=")[0], "level": method}


def _exception(said: Any) -> BaseException | None:
    if isinstance(said, tuple):
        return said[1]
    return said if isinstance(said, BaseException) else None


def _short(filename: str) -> str | None:
    """The path of a file of ours inside the project; None for a library's."""
    path = Path(filename)
    if not path.is_relative_to(ROOT):
        return None
    inside = path.relative_to(ROOT)
    return inside.as_posix() if inside.parts[0] in OUR_ROOMS else None
