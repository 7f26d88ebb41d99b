"""Dates and moments come back from the database as they went in."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, StatementError

from knowledge.clock import LONDON, fixed_clock
from knowledge.models import Feedback, Inspection, LocalArea, Outbox, Subscription
from knowledge.models.types import LondonTime, PartialDateColumn
from knowledge.partial_date import PartialDate

MOMENT = fixed_clock("2026-07-01T12:00")()


def _row_of_each() -> list:
    """One row of each table with a rule that forbids a second or a wrong one."""
    return [
        Subscription(person="p", channel="web", gss_code="E06000055", event="report", created_at=MOMENT),
        Outbox(
            person="p",
            channel="telegram",
            event="report",
            event_key="report E06000055",
            gss_code="E06000055",
            body="{}",
            created_at=MOMENT,
            not_before=MOMENT,
        ),
        LocalArea(gss_code="E06000001", name="Bedford", council="C", region="London", type="County"),
    ]


@pytest.mark.parametrize(
    ("moment", "stored"),
    [
        ("2026-07-01T09:00", "2026-07-01 08:00:00"),
        ("2026-01-15T09:00", "2026-01-15 09:00:00"),
        ("2026-10-25T00:30", "2026-10-24 23:30:00"),
    ],
)
def test_a_moment_is_stored_as_utc_and_read_in_london(small_sessions, moment, stored):
    """A moment in London is kept as UTC and comes back with its zone."""
    moment = fixed_clock(moment)()
    with small_sessions.begin() as session:
        session.add(Feedback(topic="views.how", useful=1, created_at=moment))
    with small_sessions() as session:
        assert session.execute(text("SELECT created_at FROM feedback")).scalar().startswith(stored)
        read = session.scalars(select(Feedback.created_at)).one()
    assert read == moment
    assert read.tzinfo is LONDON


def test_a_moment_without_a_zone_is_refused(small_sessions):
    """Nobody can store a moment without saying in which zone it is."""
    with small_sessions() as session:
        session.add(Feedback(topic="views.how", useful=1, created_at=dt.datetime(2026, 7, 1, 9)))
        with pytest.raises(StatementError, match="has no time zone"):
            session.flush()


@settings(max_examples=100, deadline=None)
@given(st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2040, 1, 1), timezones=st.timezones()))
def test_any_moment_comes_back_the_same(moment):
    """Whatever its zone, a moment read back is the same moment, also in an hour that comes twice."""
    column = LondonTime()
    stored = column.process_bind_param(moment, None)
    assert stored.tzinfo is None
    read = column.process_result_value(stored, None)
    assert read.astimezone(dt.timezone.utc) == moment.astimezone(dt.timezone.utc)


@pytest.mark.parametrize("iso", ["2025-11-03", "2025-11", "2025"])
def test_a_partial_date_comes_back_as_exact_as_it_was(iso):
    """A date known to the day, month or year is stored as its text and read back equal."""
    column = PartialDateColumn()
    assert column.process_bind_param(PartialDate(iso), None) == iso
    assert column.process_result_value(iso, None) == PartialDate(iso)


def test_what_is_not_known_stays_unknown():
    """No date and no moment come back as none."""
    for column in (PartialDateColumn(), LondonTime()):
        assert column.process_bind_param(None, None) is None
        assert column.process_result_value(None, None) is None


@pytest.mark.parametrize("number", range(3))
def test_nothing_is_kept_twice(small_sessions, number):
    """The same subscription, the same message to one person, and a second area of one name are refused."""
    if number < 2:
        with small_sessions.begin() as session:
            session.add(_row_of_each()[number])
    with small_sessions() as session:
        session.add(_row_of_each()[number])
        with pytest.raises(IntegrityError, match="UNIQUE"):
            session.flush()


@pytest.mark.parametrize("outcome", [0, 4])
def test_the_database_refuses_a_fourth_outcome(small_sessions, outcome):
    """An outcome outside 1 to 3 can't be stored, whoever writes it."""
    with small_sessions() as session:
        session.add(
            Inspection(gss_code="E06000055", framework=2023, kind="full", outcome=outcome, source_url="https://a.b")
        )
        with pytest.raises(IntegrityError, match="outcome"):
            session.flush()


def test_the_database_refuses_an_unknown_area(small_sessions):
    """SQLite holds to foreign keys: a subscription to an area that is not on record can't be stored."""
    with small_sessions() as session:
        session.add(Subscription(person="p", channel="web", gss_code="E09999999", event="report", created_at=MOMENT))
        with pytest.raises(IntegrityError, match="FOREIGN KEY"):
            session.flush()
