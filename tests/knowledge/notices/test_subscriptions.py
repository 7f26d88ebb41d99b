"""Who asked for what."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from knowledge.models import Addressee, LocalArea, Subscription
from knowledge.notices import subscriptions
from knowledge.notices.events import ALL_EVENTS, REPORT_EVENTS, SURVEY_EVENTS, SURVEY_OPENS
from knowledge.notices.writing import STOPPED
from tests.knowledge.conftest import NOW
from tests.knowledge.notices.conftest import BEDFORD, CORNWALL


def test_asking_twice_says_so(desk):
    """The second time nothing is new; asking for more adds only what is new."""
    assert desk.signs_up("ann", SURVEY_EVENTS).new == SURVEY_EVENTS
    again = desk.signs_up("ann", SURVEY_EVENTS)
    assert (again.new, again.had) == ((), SURVEY_EVENTS)
    assert desk.signs_up("ann", ALL_EVENTS).new == REPORT_EVENTS


def test_wishes_are_listed_by_area(desk):
    """The area first asked for comes first, its events in their order."""
    desk.signs_up("ann", (SURVEY_OPENS,), CORNWALL)
    desk.signs_up("ann", REPORT_EVENTS, BEDFORD)
    with desk.sessions() as session:
        wishes = subscriptions.wishes_of(session, "ann")
    assert list(wishes.items()) == [(CORNWALL, (SURVEY_OPENS,)), (BEDFORD, REPORT_EVENTS)]


def test_areas_are_bounded(desk, monkeypatch):
    """Past the most areas allowed nothing is added, while one that is there already can still get more."""
    monkeypatch.setattr(subscriptions, "MOST_AREAS", 1)
    desk.signs_up("ann", (SURVEY_OPENS,))
    assert desk.signs_up("ann", ALL_EVENTS, CORNWALL).too_many
    assert not desk.signs_up("ann", ALL_EVENTS).too_many


@pytest.mark.parametrize(("codes", "left"), [(None, []), ([BEDFORD], [CORNWALL]), ([], [BEDFORD, CORNWALL])])
def test_ending_ends_at_once(desk, codes, left):
    """Wishes end in the areas named, or in all; what was queued for them is not sent."""
    desk.signs_up("ann", area=BEDFORD)
    desk.signs_up("ann", area=CORNWALL)
    desk.signs_up("bob")
    desk.survey("2026-07-06 09:00", "2026-07-14 09:00")
    with desk.sessions.begin() as session:
        subscriptions.unsubscribe(session, "ann", NOW, codes)
        assert list(subscriptions.wishes_of(session, "ann")) == left
    assert all((row.result == STOPPED) == (BEDFORD not in left) for row in desk.outbox("ann"))
    assert len(desk.waiting("bob")) == 3


def test_signing_up_again_brings_back_what_is_still_to_come(desk):
    """Stopped and asked for again: the notices that were not sent are queued again."""
    desk.signs_up("ann", (SURVEY_OPENS,))
    desk.survey("2026-07-06 09:00", "2026-07-14 09:00")
    with desk.sessions.begin() as session:
        subscriptions.unsubscribe(session, "ann", NOW)
    assert desk.waiting("ann") == []
    desk.signs_up("ann", (SURVEY_OPENS,))
    assert desk.waiting("ann") == [SURVEY_OPENS]


def test_who_is_gone_leaves_nothing_to_write_to(desk):
    """When somebody blocked us, their wishes end and their address is deleted; others are untouched."""
    desk.signs_up("ann")
    desk.signs_up("bob")
    with desk.sessions.begin() as session:
        subscriptions.end_for_good(session, "ann", NOW)
        assert set(session.scalars(select(Subscription.person))) == {"bob"}
        assert set(session.scalars(select(Addressee.person))) == {"bob"}
        assert session.scalar(select(LocalArea.name).limit(1))
