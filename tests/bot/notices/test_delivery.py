"""Sending notices with the real client, through every kind of trouble."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from bot.notices import delivery as module
from knowledge.models import Addressee, Subscription
from knowledge.notices import outbox
from tests.bot.notices.conftest import PEOPLE
from tests.bot.notices.killing import NOON

LATER = dt.timedelta(minutes=2)


async def test_everybody_is_told_once(opened):
    """Each gets one message with the link, its source and how to stop; the next round sends nothing."""
    results = await opened.delivery.run_once()
    assert results == {"sent": PEOPLE}
    assert await opened.delivery.run_once() == {}
    assert opened.counts() == [1] * PEOPLE
    (sent,) = opened.api.sent(opened.chats[0])
    assert "https://survey.example.org/one" in sent.text
    assert "Public page on" in sent.text
    assert "send: stop" in sent.text


async def test_the_channel_says_not_so_fast(opened):
    """Asked to wait, it waits as long as asked, and nobody is missed or told twice."""
    slept = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        opened.delivery._paused_until = 0.0

    opened.delivery._sleep = sleep
    opened.api.fail_next("sendMessage", retry_after=7)
    await opened.delivery.run_once()
    assert opened.counts() == [1] * PEOPLE
    assert max(slept) == pytest.approx(7, abs=0.5)


async def test_who_blocked_us_is_written_to_no_more(opened):
    """A person who blocked the bot loses subscriptions and address; the others are told."""
    opened.api.block(opened.chats[0])
    await opened.delivery.run_once()
    assert opened.results() == ["blocked"] + ["sent"] * (PEOPLE - 1)
    with opened.sessions() as session:
        assert len(session.scalars(select(Subscription)).all()) == PEOPLE - 1
        assert len(session.scalars(select(Addressee)).all()) == PEOPLE - 1


@pytest.mark.parametrize("trouble", [{"status": 502}, {"drop": True}])
@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_failure_that_may_have_sent_is_looked_into(opened, trouble, when):
    """A 5xx or a broken connection, before or after the message went out: nobody is missed, nobody is told twice."""
    opened.api.fail_next("sendMessage", when=when, **trouble)
    await opened.delivery.run_once()
    opened.late = LATER
    await opened.delivery.run_once()
    assert opened.counts() == [1] * PEOPLE
    assert opened.results() == ["sent"] * PEOPLE


async def test_what_is_refused_is_not_tried_again(opened):
    """A message that the channel will never take is settled as failed."""
    opened.api.fail_next("sendMessage", status=400, description="Bad Request: message text is empty")
    await opened.delivery.run_once()
    assert sorted(opened.results()) == ["failed"] + ["sent"] * (PEOPLE - 1)
    assert sum(opened.counts()) == PEOPLE - 1


@pytest.mark.parametrize("went_out", [True, False])
async def test_a_process_that_stopped_leaves_a_doubt_that_is_decided(opened, went_out):
    """Claimed by a process that stopped, before or after the message went out: told once all the same."""
    with opened.sessions.begin() as session:
        row = outbox.claim(session, "telegram", NOON, opened.sender.highest_id(), PEOPLE)
    if went_out:
        import json

        from bot.memory.identity import Seal
        from tests.bot.notices.killing import SECRET

        await opened.sender.send(Seal(SECRET).open(row.address), json.loads(row.body))
    await opened.delivery.run_once()
    assert opened.results().count("sent") == PEOPLE - 1
    opened.late = LATER
    await opened.delivery.run_once()
    assert opened.results() == ["sent"] * PEOPLE
    assert opened.counts() == [1] * PEOPLE


async def test_in_doubt_and_nobody_can_tell(opened):
    """While the channel can't be asked, a notice in doubt is neither sent nor given up."""
    with opened.sessions.begin() as session:
        outbox.claim(session, "telegram", NOON, 0, PEOPLE)
    await opened.delivery.run_once()
    opened.late = LATER
    opened.api.fail_next("editMessageReplyMarkup", count=99, status=500)
    await opened.delivery.run_once()
    assert sorted(map(str, opened.results())) == ["None"] + ["sent"] * (PEOPLE - 1)
    assert sum(opened.counts()) == PEOPLE - 1


async def test_a_long_call_is_cut_and_looked_into(opened, monkeypatch):
    """A call that takes too long counts as in doubt, and what really happened is found out."""
    monkeypatch.setattr(module, "LONGEST_CALL_SECONDS", 0.3)
    opened.api.fail_next("sendMessage", seconds=0.6, when="after", drop=True)
    await opened.delivery.run_once()
    opened.late = LATER
    await opened.delivery.run_once()
    assert opened.counts() == [1] * PEOPLE
