"""Floods, time-outs, broken connections and failing servers: each answer still arrives once."""

from __future__ import annotations

import asyncio

import pytest

from bot.channels.telegram import sending
from bot.channels.telegram.channel import TelegramChannel
from tests.bot.channels.telegram.tables import parts, settled

TROUBLES = {
    "a failing server": {"status": 502},
    "a failing server that sent the message": {"status": 500, "when": "after"},
    "a broken connection": {"drop": True},
    "a connection that broke when the message was out": {"drop": True, "when": "after"},
}


@pytest.fixture(autouse=True)
def _no_long_waits(monkeypatch):
    monkeypatch.setattr(sending, "FIRST_WAIT_SECONDS", 0.01)


@pytest.mark.parametrize("how", TROUBLES.values(), ids=TROUBLES)
async def test_trouble_while_sending(channel, api, ana, how):
    """Whatever went wrong while it was sent, the person gets the answer, and gets it once."""
    api.fail_next("sendMessage", **how)
    api.text(ana, "what did Leeds get")
    await api.wait_for(1, ana)
    await settled(channel, api)
    assert len(api.sent(ana)) == 1
    assert "outcome 3 of 3" in api.sent(ana)[0].text


async def test_a_message_in_doubt_is_found_among_others(channel, api, ana):
    """A message whose connection broke is found although others came and went meanwhile."""
    others = [api.add_user(f"Other {number}") for number in range(5)]
    api.fail_next("sendMessage", drop=True, when="after", chat_id=ana)
    for person in (*others, ana, *others):
        api.text(person, "what did Leeds get")
    await api.wait_for(11)
    await settled(channel, api)
    assert [len(api.sent(person)) for person in (ana, *others)] == [1, 2, 2, 2, 2, 2]


async def test_a_flood_is_waited_out(channel, api, ana):
    """When Telegram says how long to wait, that is waited, and the message goes out once."""
    api.fail_next("sendMessage", retry_after=1)
    api.text(ana, "what did Leeds get")
    (sent,) = await api.wait_for(1, ana)
    refused, accepted = api.calls("sendMessage")
    assert (refused["status"], accepted["status"]) == (429, 200)
    assert accepted["at"] - refused["at"] >= 1
    assert sent.text


async def test_trouble_while_asking_for_updates(channel, api, ana):
    """A failing server while updates are asked for delays an answer and loses none."""
    api.fail_next("getUpdates", status=502)
    api.text(ana, "what did Leeds get")
    await api.wait_for(1, ana)


async def test_an_update_delivered_twice_is_answered_once(channel, api, ana):
    """The same update again gets no second answer."""
    update = api.text(ana, "what did Leeds get")
    await api.wait_for(1, ana)
    api.repeat_update(update["update_id"])
    api.text(ana, "thanks")
    await api.wait_for(2, ana)
    await settled(channel, api)
    assert len(api.sent(ana)) == 2


@pytest.mark.parametrize("went_out", [True, False])
async def test_a_part_in_doubt_after_a_crash(agent, channel, api, ana, engine, telegram_settings, went_out):
    """A part that a stopped process claimed is sent only if the one it sent is not there."""
    await channel.stop()
    api.text(ana, "what did Leeds get")
    stopped = asyncio.Event()

    async def stop_in_the_middle(part, file):
        if went_out:
            await sending.call(first.bot, part, file)
        stopped.set()
        await asyncio.Event().wait()

    first = TelegramChannel(agent, telegram_settings, channel.pace)
    await first.start()
    first.sender._call = stop_in_the_middle
    await asyncio.wait_for(stopped.wait(), 10)
    await first.stop()
    (claimed,) = parts(engine)
    assert claimed["claimed_at"] is not None
    assert claimed["settled_at"] is None
    second = TelegramChannel(agent, telegram_settings, channel.pace)
    await second.start()
    await settled(second, api)
    await second.stop()
    assert len(api.sent(ana)) == 1
