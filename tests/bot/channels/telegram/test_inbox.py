"""What is written down of updates."""

from __future__ import annotations

import asyncio
import datetime as dt

import pytest
from sqlalchemy import delete
from sqlalchemy.exc import OperationalError

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.inbox import Inbox
from bot.channels.telegram.incoming import SUPERGROUP, Incoming
from bot.channels.telegram.parts import Part
from bot.channels.telegram.people import People, end_subscriptions, forget_person
from knowledge.clock import LONDON
from knowledge.database import connect, upgrade
from knowledge.models import Addressee, TelegramPart, TelegramUpdate
from tests.bot.channels.telegram.tables import rows, settled, unanswered
from tests.conftest import NOW
from tests.postgresql import cluster

BOT, SECRET = 7, "a secret for these tests"


@pytest.fixture(scope="module")
def postgresql_engine():
    """An empty database in PostgreSQL, with all tables."""
    with cluster() as url:
        upgrade(url)
        engine = connect(url)
        yield engine
        engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request):
    """An engine of each kind, without updates."""
    engine = request.getfixturevalue({"sqlite": "engine", "postgresql": "postgresql_engine"}[request.param])
    with engine.begin() as db:
        db.execute(delete(TelegramPart))
        db.execute(delete(TelegramUpdate))
    return engine


@pytest.fixture
def inbox(database) -> Inbox:
    """An inbox at a fixed time."""
    return Inbox(database, BOT, SECRET, lambda: NOW)


def test_an_update_is_written_down_once(inbox):
    """The second delivery of an update is known as such."""
    assert inbox.write(Incoming(1, "text", 5, message_id=9, text="hello"))
    assert inbox.write(Incoming(1, "text", 5, message_id=9, text="hello")) is None


def test_the_highest_id_is_known_after_a_restart(inbox, database):
    """Message ids of private chats count together, those of a supergroup apart, also for a new process."""
    inbox.write(Incoming(1, "text", 5, message_id=90))
    inbox.write(Incoming(2, "text", -6, SUPERGROUP, message_id=1000))
    new = Inbox(database, BOT, SECRET)
    assert new.known.highest("") == 90
    assert new.known.highest(new.person(-6)) == 1000


def test_an_answer_is_read_back_as_it_was_composed(inbox):
    """Parts come back in order, with buttons, until they are settled."""
    _, row = inbox.write(Incoming(1, "text", 5, text="hello"))
    parts = [Part("message", 5, "one", "one"), Part("message", 5, "two", "two", buttons=(("A", "ask:a"),))]
    inbox.keep_parts(row, parts)
    kept = inbox.read(row).parts
    assert [one.part for one in kept] == parts
    inbox.claim(kept[0])
    inbox.settle(kept[0], "sent", 91)
    (left,) = inbox.read(row).parts
    assert left.part == parts[1]
    assert inbox.known.highest("") == 91


def test_what_was_sealed_with_another_secret_is_let_go(database, inbox):
    """After SECRET_KEY changed, old updates can't be read by anybody, and are finished."""
    _, row = inbox.write(Incoming(1, "text", 5, text="hello"))
    assert Inbox(database, BOT, "another secret altogether").read(row) is None
    assert unanswered(database) == []


def test_numbers_are_deleted_after_two_days(database, inbox):
    """What is left of an answered update is deleted when Telegram no longer repeats it."""
    for number in (1, 2):
        _, row = inbox.write(Incoming(number, "text", 5))
    inbox.finish(row)
    later = Inbox(database, BOT, SECRET, lambda: NOW.astimezone(LONDON) + dt.timedelta(days=2, minutes=1))
    assert later.forget_old() == 2
    assert rows(database, TelegramUpdate) == []


async def test_a_stop_while_composing_changes_nothing(agent, channel, api, ana, telegram_settings):
    """An answer that a stop cut short is composed again from the same place: a list does not skip its second page."""
    api.text(ana, "list all areas with outcome 3")
    await api.wait_for(1, ana)
    await settled(channel, api)
    composed = asyncio.Event()

    def fail(row, parts):
        composed.set()
        raise OperationalError("stopped", None, None)

    channel.inbox.keep_parts = fail
    api.text(ana, "more")
    await asyncio.wait_for(composed.wait(), 10)
    await channel.stop()
    second = TelegramChannel(agent, telegram_settings, channel.pace)
    await second.start()
    await settled(second, api)
    await second.stop()
    assert "11 to 20" in api.sent(ana)[-1].text


def test_people_on_both_databases(database):
    """Choices are kept with the address sealed, and all of a person goes at once."""
    people = People(database, SECRET, lambda: NOW)
    assert people.seen("ana", 5) == {}
    people.choose("ana", {"style": "easy_read"})
    assert people.seen("ana", 5) == {"style": "easy_read"}
    deleted = forget_person(database, Nothing(), "ana")
    assert deleted == {"conversation": 0, "subscriptions": 0, "messages": 0, "reports": 0, "settings": 1}
    assert people.seen("ana", 5) == {}
    end_subscriptions(database, "ana")
    assert rows(database, Addressee) == []


class Nothing:
    """A memory with nothing in it."""

    def remembered(self, sender: str) -> dict:
        """Nothing."""
        return {}

    def forget(self, sender: str) -> None:
        """Nothing to do."""
