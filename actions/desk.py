"""What every reply is made from: the facts, the topics, the wording and the clock."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge.clock import Clock, fixed_clock, london_now
from knowledge.outcomes import Outcome, read_outcomes
from knowledge.store import KnowledgeStore
from knowledge.topics import Topic, all_topics

COPY = Path(__file__).parent / "copy"
DEFAULT_DATABASE = "sqlite:///data/send.db"
DEFAULT_STALE_DAYS = 120


@dataclass(frozen=True)
class Desk:
    """Everything a reply needs to know. One for the whole process."""

    store: KnowledgeStore
    topics: dict[str, Topic]
    outcomes: dict[int, Outcome]
    copy: dict[str, Any]
    clock: Clock = london_now
    stale_days: int = DEFAULT_STALE_DAYS

    def now(self, clock: Clock | None) -> dt.datetime:
        """The present moment, or the one a test fixed for this message."""
        return (clock or self.clock)()


def open_desk(database_url: str, today: str | None = None, stale_days: int = DEFAULT_STALE_DAYS) -> Desk:
    """Opens the database and reads the files. Raises NoDatabase, BadFile or BadDate."""
    copy = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(COPY.glob("*.yml"))}
    return Desk(
        store=KnowledgeStore(database_url),
        topics=all_topics(),
        outcomes=read_outcomes(),
        copy=copy,
        clock=fixed_clock(today) if today else london_now,
        stale_days=stale_days,
    )


_desk: Desk | None = None


def use(desk: Desk) -> None:
    """Makes this the desk that all actions of the process work at."""
    global _desk
    _desk = desk


def the_desk() -> Desk:
    """The desk in use. An action server started by Rasa's own command opens one from the environment."""
    global _desk
    if _desk is None:
        environment = os.environ
        _desk = open_desk(
            environment.get("DATABASE_URL", DEFAULT_DATABASE),
            environment.get("TODAY") or None,
            int(environment.get("DATA_STALE_DAYS", DEFAULT_STALE_DAYS)),
        )
    return _desk
