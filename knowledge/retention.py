"""Deleting what is over, and reporting what is kept, both from what the models say of themselves."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeMeta

from knowledge.errors import KnowledgeError
from knowledge.models import Base
from knowledge.models.privacy import Privacy, Terms


class NoPrivacy(KnowledgeError):
    """A table that does not say what it holds about people."""

    def __init__(self, table: str):
        self.table = table
        super().__init__(
            f"The table {table} says nothing about privacy. Give its model a `privacy` (knowledge/models/privacy.py)."
        )


@dataclass(frozen=True)
class Line:
    """One table in the privacy report."""

    table: str
    holds: str
    why: str
    until: str


def terms(now: dt.datetime, days: int, minutes: int) -> Terms:
    """The terms of these settings."""
    return Terms(now, dt.timedelta(days=days), dt.timedelta(minutes=minutes))


def declared(base: type = Base) -> Iterator[tuple[DeclarativeMeta, Privacy]]:
    """Every model with what it says, children before parents. Raises NoPrivacy."""
    models = {mapper.local_table: mapper.class_ for mapper in base.registry.mappers}
    for table in reversed(base.metadata.sorted_tables):
        model = models.get(table)
        privacy = getattr(model, "privacy", None)
        if not isinstance(privacy, Privacy):
            raise NoPrivacy(table.name)
        yield model, privacy


def report(days: int, minutes: int) -> list[Line]:
    """What each table can hold about people, why and for how long: first those that can hold anything."""
    found = [
        (not privacy.personal, Line(model.__tablename__, privacy.holds, privacy.why, _until(privacy, days, minutes)))
        for model, privacy in declared()
    ]
    return [line for _, line in sorted(found, key=lambda one: (one[0], one[1].table))]


def purge(engine: Engine, terms: Terms, dry_run: bool = False) -> dict[str, int]:
    """Deletes what is over, in one transaction. Returns the rows by table; with `dry_run` it only counts."""
    counts = {}
    with engine.begin() as db:
        for model, privacy in declared():
            if privacy.over is None:
                continue
            table, over = model.__table__, privacy.over(terms)
            if dry_run:
                counts[table.name] = db.scalar(select(func.count()).select_from(table).where(over))
            else:
                counts[table.name] = db.execute(delete(table).where(over)).rowcount
    if not dry_run and any(counts.values()):
        leave_no_trace(engine)
    return counts


def leave_no_trace(engine: Engine) -> None:
    """SQLite keeps old pages in a file beside the database until it is written back; this writes it back.

    Where somebody reads or writes meanwhile, as much is written back as can be; the daily purge does the rest.
    """
    if engine.dialect.name == "sqlite":
        with contextlib.suppress(OperationalError), engine.connect() as db:
            db.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _until(privacy: Privacy, days: int, minutes: int) -> str:
    return privacy.until.format(days=days, minutes=minutes)
