"""area.report_inspection: what is said and what is kept when somebody says that their area is being inspected."""

from __future__ import annotations

import pytest

from actions.desk import Desk, open_desk
from actions.replies import turns
from knowledge.surveys import reports
from knowledge.surveys.reports import ReportState
from tests.conftest import NOW, TODAY

TOPIC, LEEDS, KENT = "area.report_inspection", "E08000035", "E10000016"
ANNA = "a" * 64


@pytest.fixture
def own_desk(database_url) -> Desk:
    """A desk over a database of the test's own."""
    return open_desk(database_url, TODAY)


def kept(desk: Desk) -> list[tuple[str, str, str]]:
    """Who is said to have reported which area, and where that stands."""
    with desk.store.session() as session:
        return sorted((one.person, one.gss_code, one.state) for one in reports.find(session, everything=True))


def test_it_is_kept_under_the_hash_of_the_person(own_desk, asking):
    """A person who can be written to is known by the hash; several areas are a report each."""
    turn = turns.answer_one(own_desk, asking(TOPIC, LEEDS, KENT, person=ANNA))
    assert [reply.areas for reply in turn.replies] == [(LEEDS,), (KENT,)]
    assert kept(own_desk) == [(ANNA, LEEDS, "waiting"), (ANNA, KENT, "waiting")]


def test_of_nobody_known_nothing_is_kept(own_desk, asking):
    """On the web only the area and the day are kept."""
    turns.answer_one(own_desk, asking(TOPIC, LEEDS))
    assert kept(own_desk) == [("nobody 2026-07-01", LEEDS, "waiting")]


def test_without_an_area_nothing_is_kept_yet(own_desk, asking):
    """The area is asked for first."""
    turn = turns.answer_one(own_desk, asking(TOPIC, person=ANNA))
    assert (turn.replies[0].status, turn.remember["waiting_for_area"]) == ("ask_area", TOPIC)
    assert kept(own_desk) == []


def test_saying_it_again_in_other_words_reports_nothing_new(own_desk, asking):
    """Asked to say it more simply, the same is said, and not that somebody reported it already."""
    first = turns.answer_one(own_desk, asking(TOPIC, LEEDS, person=ANNA))
    again = turns.answer_one(own_desk, asking(TOPIC, LEEDS, person=ANNA, topic=TOPIC))
    assert again.replies == first.replies
    assert len(kept(own_desk)) == 1


@pytest.mark.parametrize("state", [ReportState.CONFIRMED, ReportState.DISMISSED])
def test_families_see_no_difference_whatever_staff_decide(own_desk, asking, state):
    """Before and after staff decided, the look-up of the survey says the same: only a window is a fact."""
    before = turns.answer_one(own_desk, asking("area.survey", LEEDS)).replies
    turns.answer_one(own_desk, asking(TOPIC, LEEDS, person=ANNA))
    with own_desk.store.session() as session, session.begin():
        reports.decide(session, reports.find(session)[0].id, state, NOW)
    assert turns.answer_one(own_desk, asking("area.survey", LEEDS)).replies == before


def test_another_area_after_it_is_looked_up(own_desk, asking):
    """ "and Kent?" after a report asks about Kent's survey; it does not report Kent."""
    turn = turns.set_area(own_desk, asking("area.named", KENT, topic=TOPIC, person=ANNA))
    assert turn.replies[0].topic == "area.survey"
    assert kept(own_desk) == []
