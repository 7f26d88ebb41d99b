"""The small facts on both databases, people who ask to be told, and staff who write surveys down."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest
from sqlalchemy import select

from knowledge.clock import LONDON
from knowledge.database import sessions
from knowledge.loading.load import load
from knowledge.models import Addressee, Outbox
from knowledge.notices import subscriptions
from knowledge.notices.events import ALL_EVENTS
from knowledge.surveys import windows
from tests.knowledge.conftest import NOW, SMALL

BEDFORD, CORNWALL = "E06000055", "E06000052"


class Desk:
    """What tests do with one database."""

    def __init__(self, url: str):
        self.url, self.sessions = url, sessions(url)

    def signs_up(self, person: str, events=ALL_EVENTS, area: str = BEDFORD, now: dt.datetime = NOW):
        """A person whom Telegram can write to asks to be told."""
        with self.sessions.begin() as session:
            if session.get(Addressee, person) is None:
                known = {"channel": "telegram", "address": f"sealed {person}", "settings": "{}"}
                session.add(Addressee(person=person, created_at=now, seen_at=now, **known))
            return subscriptions.subscribe(session, person, "telegram", area, events, now)

    def survey(self, opens: str, closes: str | None, audience: str = "parent_carer", now: dt.datetime = NOW) -> int:
        """Staff write down a survey window in Bedford; gives its number."""
        link = f"https://survey.example.org/{audience}"
        cells = {"area": "Bedford", "audience": audience, "opens": opens, "closes": closes, "link": link}
        with self.sessions.begin() as session:
            return windows.add(session, {**cells, "source": "https://council.example.org/news"}, now).id

    def outbox(self, person: str | None = None) -> list[Outbox]:
        """All notices, or those of one person, in the order of when they may go out."""
        rows = select(Outbox).order_by(Outbox.not_before, Outbox.id)
        with self.sessions() as session:
            found = session.scalars(rows if person is None else rows.where(Outbox.person == person)).all()
        return list(found)

    def waiting(self, person: str | None = None) -> list[str]:
        """The events of the notices that are still to be sent."""
        return [row.event for row in self.outbox(person) if row.settled_at is None]


@pytest.fixture(scope="session")
def empty_postgresql(postgresql) -> str:
    """A PostgreSQL database with the small facts."""
    url = postgresql()
    load(url, NOW, SMALL)
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request, small_file, tmp_path) -> Desk:
    """A database of the test's own, once of each kind."""
    if request.param == "sqlite":
        made = Desk(f"sqlite:///{shutil.copy(small_file, tmp_path / 'facts.db')}")
    else:
        made = Desk(request.getfixturevalue("empty_postgresql"))
        _empty(made)
    yield made
    made.sessions.kw["bind"].dispose()


def _empty(desk: Desk) -> None:
    from sqlalchemy import text

    with desk.sessions.begin() as session:
        for table in ("outbox", "subscription", "addressee", "survey_window"):
            session.execute(text(f"DELETE FROM {table}"))


def at(text: str) -> dt.datetime:
    """A moment in London."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=LONDON)
