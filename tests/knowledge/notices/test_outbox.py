"""Claimed by one, settled once, in doubt when its process stopped: on both databases."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import delete

from knowledge.models import Subscription
from knowledge.notices import outbox
from knowledge.notices.events import SURVEY_CLOSES, SURVEY_OPENS
from knowledge.notices.outbox import FAILED, IN_DOUBT, IN_DOUBT_AFTER, TooFast
from knowledge.notices.writing import LATE, SENT, STOPPED
from tests.knowledge.conftest import NOW
from tests.knowledge.notices.conftest import at

MANY = 1_000
SECOND = dt.timedelta(seconds=1)


def claim(desk, now=NOW, most=MANY):
    """Claims the next notice in a transaction of its own."""
    with desk.sessions.begin() as session:
        return outbox.claim(session, "telegram", now, 7, most)


def do(desk, work, *given):
    """Does something with the outbox in a transaction of its own."""
    with desk.sessions.begin() as session:
        return work(session, *given)


@pytest.fixture
def open_now(desk):
    """Three people have asked, and a survey is open."""
    for person in ("ann", "bob", "cat"):
        desk.signs_up(person, (SURVEY_OPENS,))
    desk.survey("2026-06-29 09:00", "2026-07-07 09:00")
    return desk


def test_each_notice_is_claimed_once(open_now):
    """Claims give each notice with its sealed address once, then nothing."""
    claimed = [claim(open_now) for _ in range(4)]
    assert [row and row.person for row in claimed] == ["ann", "bob", "cat", None]
    assert claimed[0].address == "sealed ann"
    assert (claimed[0].attempts, claimed[0].floor) == (1, 7)


def test_many_at_once_never_claim_the_same(desk):
    """Eight that claim side by side share the notices out, none twice and none left."""
    for number in range(40):
        desk.signs_up(f"person {number}", (SURVEY_OPENS,))
    desk.survey("2026-06-29 09:00", "2026-07-07 09:00")

    def drain(_) -> list[int]:
        mine = []
        while row := claim(desk):
            mine.append(row.id)
        return mine

    with ThreadPoolExecutor(8) as pool:
        claimed = [one for mine in pool.map(drain, range(8)) for one in mine]
    assert sorted(claimed) == sorted(row.id for row in desk.outbox())


def test_all_together_keep_to_the_rate(open_now):
    """However many claim, no more than so many a second; a second later there is room again."""
    assert claim(open_now, most=2)
    assert claim(open_now, most=2)
    with pytest.raises(TooFast):
        claim(open_now, most=2)
    assert claim(open_now, NOW + SECOND, most=2)


@pytest.mark.parametrize(("moment", "person"), [("2026-07-01T21:30", None), ("2026-07-02T08:00", "ann")])
def test_nothing_is_claimed_at_night(open_now, moment, person):
    """A notice that is due waits for the morning."""
    row = claim(open_now, at(moment))
    assert (row and row.person) == person


def test_the_last_call_may_come_in_the_evening(desk):
    """That a survey closes tomorrow can be claimed until 10pm."""
    desk.signs_up("ann", (SURVEY_CLOSES,))
    desk.survey("2026-06-20 09:00", "2026-07-07 09:00", now=at("2026-06-20T09:00"))
    assert claim(desk, at("2026-07-06T22:05")) is None
    assert claim(desk, at("2026-07-06T21:55")).event == SURVEY_CLOSES


def test_what_nobody_asks_for_any_more_is_not_sent(open_now):
    """A wish that ended is looked for at the last moment, before the notice is claimed."""
    do(open_now, lambda session: session.execute(delete(Subscription).where(Subscription.person == "ann")))
    assert claim(open_now).person == "bob"
    assert open_now.outbox("ann")[0].result == STOPPED


def test_what_is_too_late_is_settled_unsent(open_now):
    """Past its last moment a notice is never claimed, and settled as late."""
    after = at("2026-07-07T09:01")
    assert claim(open_now, after) is None
    assert do(open_now, outbox.settle_late, after) == 3
    assert {row.result for row in open_now.outbox()} == {LATE}


def test_only_the_first_word_counts(open_now):
    """A notice settled twice keeps its first result."""
    row = claim(open_now)
    do(open_now, outbox.settle, row.id, SENT, NOW, 55)
    do(open_now, outbox.settle, row.id, FAILED, NOW)
    (settled,) = open_now.outbox("ann")
    assert (settled.result, settled.message_id) == (SENT, 55)


def test_a_released_notice_comes_again_untried(open_now):
    """Given back when the channel says "not so fast", it is next, and the try is not counted."""
    do(open_now, outbox.release, claim(open_now).id)
    again = claim(open_now)
    assert (again.person, again.attempts) == ("ann", 1)


def test_tries_wait_longer_each_time_and_end(open_now):
    """A notice that did not go out waits twice as long after each try; after the last it is settled as failed."""
    now, waits = NOW, []
    row = claim(open_now, now)
    while do(open_now, outbox.try_later, row.id, row.attempts, now):
        due = open_now.outbox("ann")[0].not_before
        waits.append((due - now).total_seconds())
        now = due
        while (row := claim(open_now, now)).person != "ann":
            pass
    assert waits == [15, 30, 60, 120, 240]
    assert open_now.outbox("ann")[0].result == FAILED


def test_a_claim_left_behind_is_in_doubt_and_taken_over_by_one(open_now):
    """Only after its time is a claim in doubt; one process takes it over, and the next finds nothing."""
    row = claim(open_now)
    assert do(open_now, outbox.adopt, "telegram", NOW + IN_DOUBT_AFTER) is None
    later = NOW + IN_DOUBT_AFTER + SECOND
    adopted = do(open_now, outbox.adopt, "telegram", later)
    assert (adopted.id, adopted.floor) == (row.id, 7)
    assert do(open_now, outbox.adopt, "telegram", later) is None
    do(open_now, outbox.put_back, row.id)
    assert claim(open_now, later).id == row.id


def test_what_nobody_can_tell_is_left_to_a_person(open_now):
    """Looked into too often, a notice is settled as in doubt and listed; only a person's word sends it again."""
    row, now = claim(open_now), NOW
    for _ in range(outbox.MOST_LOOKS):
        now += IN_DOUBT_AFTER + SECOND
        do(open_now, outbox.adopt, "telegram", now)
    assert open_now.outbox("ann")[0].result == IN_DOUBT
    assert [one.id for one in do(open_now, outbox.in_doubt, now)] == [row.id]
    assert do(open_now, outbox.resend, [row.id], now) == 1
    assert claim(open_now, now).id == row.id


def test_what_is_not_in_doubt_is_not_sent_again(open_now):
    """A notice that went out can't be sent again by its number."""
    row = claim(open_now)
    do(open_now, outbox.settle, row.id, SENT, NOW)
    assert do(open_now, outbox.resend, [row.id], NOW) == 0
