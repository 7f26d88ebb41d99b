"""The notices of survey windows, on both databases."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from knowledge.notices.events import ALL_EVENTS, REPORT_EVENTS, SURVEY_ANNOUNCED, SURVEY_CLOSES, SURVEY_OPENS
from knowledge.notices.surveys import reconcile
from knowledge.notices.writing import CANCELLED, TOLD
from knowledge.surveys import windows
from tests.knowledge.conftest import NOW
from tests.knowledge.notices.conftest import BEDFORD, CORNWALL, at

OPENS, CLOSES = "2026-07-06 09:00", "2026-07-14 09:00"


def test_a_window_makes_three_notices_for_each_who_asked(desk):
    """Announced at once, opens at its opening, closes from 8am the day before; each once, with its last moment."""
    desk.signs_up("ann")
    desk.signs_up("bob", (SURVEY_OPENS,))
    desk.signs_up("cat", REPORT_EVENTS)
    desk.signs_up("dan", area=CORNWALL)
    desk.survey(OPENS, CLOSES)
    assert [(row.event, row.not_before, row.not_after) for row in desk.outbox("ann")] == [
        (SURVEY_ANNOUNCED, NOW, at("2026-07-06T09:00")),
        (SURVEY_OPENS, at("2026-07-06T09:00"), at("2026-07-14T09:00")),
        (SURVEY_CLOSES, at("2026-07-13T08:00"), at("2026-07-14T09:00")),
    ]
    assert desk.waiting("bob") == [SURVEY_OPENS]
    assert desk.outbox("cat") == desk.outbox("dan") == []


def test_a_lost_window_leaves_no_notice(desk):
    """Notices are written in the transaction of the window: undone together."""
    desk.signs_up("ann")
    cells = {"area": "Bedford", "audience": "parent_carer", "opens": OPENS, "closes": CLOSES}
    with desk.sessions() as session:
        windows.add(session, {**cells, "link": "https://s.example.org", "source": "https://council.example.org"}, NOW)
        session.rollback()
    assert desk.outbox() == []


def test_windows_that_open_together_are_one_notice(desk):
    """The second audience's survey is added to the words of the notices that wait; nobody gets two."""
    desk.signs_up("ann")
    desk.survey(OPENS, CLOSES)
    desk.survey(OPENS, CLOSES, "young_person")
    assert desk.waiting("ann") == [SURVEY_ANNOUNCED, SURVEY_OPENS, SURVEY_CLOSES]
    text = json.loads(desk.outbox("ann")[1].body)["text"]
    assert "parent and carer" in text
    assert "young people's" in text


def test_a_window_closed_early_ends_its_notices(desk):
    """What was queued for a window that is closed before its time is cancelled."""
    desk.signs_up("ann")
    number = desk.survey(OPENS, CLOSES)
    with desk.sessions.begin() as session:
        windows.close(session, number, at("2026-07-07T12:00"), at("2026-07-07T12:00"))
    assert desk.waiting("ann") == []
    assert {row.result for row in desk.outbox("ann")} == {CANCELLED}


def test_a_closing_time_that_moves_moves_its_notice(desk):
    """With a new closing time the old last call is cancelled and a new one queued."""
    desk.signs_up("ann")
    number = desk.survey(OPENS, CLOSES)
    with desk.sessions.begin() as session:
        windows.close(session, number, at("2026-07-16T17:00"), NOW)
    closing = [row for row in desk.outbox("ann") if row.event == SURVEY_CLOSES]
    assert [(row.not_before, row.result) for row in closing] == [
        (at("2026-07-13T08:00"), CANCELLED),
        (at("2026-07-15T08:00"), None),
    ]


def test_a_removed_window_takes_its_notices_away(desk):
    """A window written down by mistake is not told of."""
    desk.signs_up("ann")
    number = desk.survey(OPENS, CLOSES)
    with desk.sessions.begin() as session:
        windows.remove(session, number, NOW)
    assert desk.waiting("ann") == []


def test_doing_it_twice_changes_nothing(desk):
    """The outbox can be made to fit the windows any number of times."""
    desk.signs_up("ann")
    desk.survey(OPENS, CLOSES)
    before = [(row.id, row.event_key, row.result) for row in desk.outbox()]
    for _ in range(2):
        with desk.sessions.begin() as session:
            reconcile(session, BEDFORD, NOW)
    assert [(row.id, row.event_key, row.result) for row in desk.outbox()] == before


def test_a_window_written_down_late_is_told_of_as_open(desk):
    """Written down when it is open already: no announcement, told that it is open at once, and until when."""
    desk.signs_up("ann")
    desk.survey("2026-06-29 09:00", "2026-07-07 09:00")
    assert desk.waiting("ann") == [SURVEY_OPENS, SURVEY_CLOSES]


def test_no_last_call_right_after_the_news(desk):
    """A survey that closes tomorrow when it is written down is told of once, not twice."""
    desk.signs_up("ann")
    desk.survey("2026-06-29 09:00", "2026-07-02 09:00")
    assert desk.waiting("ann") == [SURVEY_OPENS]


def test_a_closing_time_not_known_promises_none(desk):
    """Without a closing time there is no last call, and the notice names no date for it."""
    desk.signs_up("ann")
    desk.survey(OPENS, None)
    assert desk.waiting("ann") == [SURVEY_ANNOUNCED, SURVEY_OPENS]
    assert "do not know when it closes" in desk.outbox("ann")[1].body


@pytest.mark.parametrize(
    ("joined", "waiting", "told"),
    [
        ("2026-07-03T10:00", [SURVEY_OPENS, SURVEY_CLOSES], [SURVEY_ANNOUNCED]),
        ("2026-07-08T10:00", [SURVEY_CLOSES], [SURVEY_OPENS]),
        ("2026-07-20T10:00", [], []),
    ],
)
def test_who_signs_up_late_gets_what_is_still_to_come(desk, joined, waiting, told):
    """What is so already was said in the chat and is not sent, not even when the window changes later."""
    number = desk.survey(OPENS, CLOSES)
    desk.signs_up("ann", ALL_EVENTS, now=at(joined))
    assert desk.waiting("ann") == waiting
    assert [row.event for row in desk.outbox("ann") if row.result == TOLD] == told
    if waiting:
        with desk.sessions.begin() as session:
            windows.close(session, number, at("2026-07-15T09:00"), at(joined) + dt.timedelta(hours=1))
        assert desk.waiting("ann") == waiting
