"""What each table says of itself: what it can hold about people, why, and for how long.

Every model has a `privacy`. The privacy report and the deleting of what is over are made from these and nothing else,
so that neither can forget a table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.sql import ColumnElement

NOTHING = "nothing about people"


@dataclass(frozen=True)
class Terms:
    """How long things are kept, seen from `now`. `kept` is RETENTION_DAYS, `quiet` is SESSION_MINUTES."""

    now: dt.datetime
    kept: dt.timedelta
    quiet: dt.timedelta

    @property
    def past(self) -> dt.datetime:
        """What happened before this is over."""
        return self.now - self.kept

    @property
    def asleep(self) -> dt.datetime:
        """A conversation quiet since before this is over."""
        return self.now - self.quiet


@dataclass(frozen=True)
class Privacy:
    """What a table can hold about people, why, and until when (with {days} or {minutes} for the settings).

    `over` gives the condition of rows to delete; None when they end in another way, which `until` says.
    """

    holds: str
    why: str
    until: str
    over: Callable[[Terms], ColumnElement[bool]] | None = None

    @property
    def personal(self) -> bool:
        """True when the table can hold anything about a person."""
        return self.holds != NOTHING


def public(why: str, until: str = "the next load of facts") -> Privacy:
    """What a table of published facts says."""
    return Privacy(NOTHING, why, until)
