"""Deleting what has expired."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Session

from bot.server.housekeeping import daily_purge, do_all
from bot.settings import Settings
from knowledge.clock import LONDON
from knowledge.database import connect
from knowledge.models import Feedback


def test_a_chore_that_fails_does_not_stop_the_others(caplog):
    """Every chore is done in every round, whatever became of the one before."""
    done = []

    def fails() -> int:
        raise RuntimeError("Zebedee Quux")

    do_all([lambda: done.append("first") or 1, fails, lambda: done.append("last") or 1])
    assert done == ["first", "last"]
    assert "Quux" not in caplog.text


def test_what_is_past_its_time_is_deleted_once_a_day(database_url):
    """The daily chore purges at the first round of each London day, also when the clock is set back."""
    engine, moment = connect(database_url), [dt.datetime(2026, 11, 26, 9, tzinfo=LONDON)]
    chore = daily_purge(engine, Settings(_env_file=None), lambda: moment[0])

    def feedback(days: int) -> None:
        with Session(engine) as session, session.begin():
            session.add(Feedback(topic="old", useful=1, created_at=moment[0] - dt.timedelta(days=days)))

    feedback(40)
    assert chore() == 1
    feedback(40)
    assert chore() == 0
    moment[0] += dt.timedelta(days=1)
    assert chore() == 1
    feedback(40)
    moment[0] -= dt.timedelta(days=1)
    assert chore() == 1
    engine.dispose()
