"""What is kept about people, and deleting it when it is over, on SQLite and on PostgreSQL."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import Column, Integer, func, select
from sqlalchemy.orm import Session, declarative_base

from knowledge import models, retention
from knowledge.clock import LONDON
from knowledge.database import connect, upgrade
from knowledge.models import Base
from tests.postgres_server import postgres_server

NOW = dt.datetime(2026, 11, 26, 12, tzinfo=LONDON)
TERMS = retention.terms(NOW, days=30, minutes=60)
PLACE = "E06000055"
OF_PEOPLE = {"person", "session", "address", "text", "state", "body"}
OLD, FRESH = NOW - dt.timedelta(days=31), NOW - dt.timedelta(days=29)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def url(request, tmp_path_factory):
    """An empty database of the newest version."""
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path_factory.mktemp('kept') / 'send.db'}"
        upgrade(address)
        yield address
        return
    with postgres_server() as server:
        upgrade(server.url)
        yield server.url


@pytest.fixture
def engine(url):
    """The database with an old and a fresh row of each kind, and nothing else."""
    engine = connect(url)
    with Session(engine) as session, session.begin():
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(table.delete())
        session.add(models.LocalArea(gss_code=PLACE, name="Bedford", council="Bedford", region="East", type="Unitary"))
        session.flush()
        for row in _rows():
            session.add(row)
    yield engine
    engine.dispose()


def _rows():
    """Of each kind one row past its time ("old"), and some that are not."""
    for name, at in (("old", OLD), ("fresh", FRESH)):
        yield models.Addressee(
            person=name, channel="telegram", address="sealed", settings="{}", created_at=OLD, seen_at=at
        )
        yield models.AreaReport(person=name, gss_code=PLACE, reported_at=at, state="reported")
        yield models.Feedback(topic=name, useful=1, created_at=at)
        yield models.UnansweredQuestion(text=name, language="en", created_at=at)
        yield _notice(name, settled_at=at)
    yield _notice("never sent", not_after=OLD)
    yield _notice("waiting", not_before=OLD)
    for name, minutes in (("old", 61), ("fresh", 59)):
        yield models.Conversation(person=name, state="{}", updated_at=NOW - dt.timedelta(minutes=minutes))
    for name, expires in (("old", NOW), ("fresh", NOW + dt.timedelta(minutes=1))):
        yield models.WebTurn(session=name, message_id="1", claimed_at=FRESH, expires_at=expires)


def _notice(person: str, **more) -> models.Outbox:
    said = {"channel": "telegram", "event": "report", "event_key": "x", "gss_code": PLACE, "body": "{}"}
    return models.Outbox(person=person, **{**said, "created_at": OLD, "not_before": OLD, **more})


def _kept(engine, column) -> set[str]:
    with Session(engine) as session:
        return set(session.scalars(select(column)))


def test_what_is_over_is_deleted(engine):
    """Each kind of row is deleted when it is past its time, and not a moment before."""
    counts = retention.purge(engine, TERMS)
    assert counts == {
        "addressee": 1,
        "area_report": 1,
        "conversation": 1,
        "feedback": 1,
        "outbox": 2,
        "telegram_part": 0,
        "telegram_update": 0,
        "unanswered_question": 1,
        "web_turn": 1,
    }
    for column in (
        models.Addressee.person,
        models.AreaReport.person,
        models.Conversation.person,
        models.Feedback.topic,
        models.UnansweredQuestion.text,
        models.WebTurn.session,
    ):
        assert _kept(engine, column) == {"fresh"}
    assert _kept(engine, models.Outbox.person) == {"fresh", "waiting"}
    assert sum(retention.purge(engine, TERMS).values()) == 0


def test_a_dry_run_deletes_nothing(engine):
    """A dry run counts the same rows and leaves every one."""
    counts = retention.purge(engine, TERMS, dry_run=True)
    assert counts == retention.purge(engine, TERMS, dry_run=True)
    assert counts == retention.purge(engine, TERMS)
    assert sum(counts.values()) == 8


@pytest.mark.parametrize("reason", ["subscription", "waiting notice"])
def test_an_address_stays_while_something_may_be_sent(engine, reason):
    """Who asked to be told of something keeps their address, however long ago they were seen."""
    row = _notice("old", event_key="y", not_before=NOW)
    if reason == "subscription":
        row = models.Subscription(person="old", channel="telegram", gss_code=PLACE, event="report", created_at=OLD)
    with Session(engine) as session, session.begin():
        session.add(row)
    retention.purge(engine, TERMS)
    assert _kept(engine, models.Addressee.person) == {"old", "fresh"}


def test_facts_are_never_deleted(engine):
    """Tables of published facts are not touched, however old."""
    retention.purge(engine, retention.terms(NOW + dt.timedelta(days=4000), 1, 1))
    with Session(engine) as session:
        assert session.scalar(select(func.count()).select_from(models.LocalArea)) == 1


def test_deleted_words_are_gone_from_the_file(tmp_path):
    """After a purge the raw database files hold nothing of what was deleted."""
    path = tmp_path / "send.db"
    upgrade(f"sqlite:///{path}")
    engine = connect(f"sqlite:///{path}")
    with Session(engine) as session, session.begin():
        session.add(models.UnansweredQuestion(text="zebedee quuxington", language="en", created_at=OLD))
    retention.purge(engine, TERMS)
    raw = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"alembic_version" in raw
    assert b"quux" not in raw
    engine.dispose()


def test_every_table_says_what_it_holds():
    """Each table declares what it holds about people, why and how long; a new one without that fails here."""
    assert {model.__tablename__ for model, _ in retention.declared()} == set(Base.metadata.tables)


def test_a_table_that_says_nothing_is_named():
    """A model without a declaration is refused with its name and what to do."""
    other = declarative_base()

    class Secretive(other):
        __tablename__ = "secretive"
        id = Column(Integer, primary_key=True)

    with pytest.raises(retention.NoPrivacy, match=r"table secretive .*privacy\.py"):
        list(retention.declared(other))


def test_no_table_about_people_says_that_it_is_not():
    """A table with a column about people can't call itself public, and what it holds has an end."""
    for model, privacy in retention.declared():
        about_people = OF_PEOPLE & set(model.__table__.c.keys()) - ({"text", "body"} if not privacy.personal else set())
        assert privacy.personal or not about_people, model
        assert not privacy.personal or privacy.over or "person" in privacy.until, model


def test_the_report_lists_every_table_with_its_term():
    """The report names every table once, those about people first, with the days of the settings filled in."""
    lines = retention.report(days=45, minutes=20)
    assert sorted(line.table for line in lines) == sorted(Base.metadata.tables)
    assert any("45 days" in line.until for line in lines)
    assert any("20 quiet minutes" in line.until for line in lines)
    personal = [line.holds != "nothing about people" for line in lines]
    assert personal == sorted(personal, reverse=True)
    assert not any("{" in part for line in lines for part in vars(line).values())
