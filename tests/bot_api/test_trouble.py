"""Trouble on order: what the real client makes of it, and whether the message was accepted."""

from __future__ import annotations

import asyncio

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_a_server_error_is_a_network_error(api, bot, ana, status):
    """5xx means that nothing was accepted; the next call works."""
    api.fail_next("sendMessage", status=status)
    with pytest.raises(NetworkError):
        await bot.send_message(ana, "one")
    await bot.send_message(ana, "two")
    assert [sent.text for sent in api.sent(ana)] == ["two"]


async def test_a_retry_is_asked_for_as_often_as_wanted(api, bot, ana):
    """429 carries the seconds to wait, for the next so many calls of one method."""
    api.fail_next("sendMessage", count=2, retry_after=7)
    for _ in range(2):
        with pytest.raises(RetryAfter) as refused:
            await bot.send_message(ana, "one")
        assert refused.value._retry_after.total_seconds() == 7
    await bot.send_chat_action(ana, "typing")
    await bot.send_message(ana, "two")
    assert [(call["method"], call["status"]) for call in api.calls()[1:]] == [
        ("sendMessage", 429),
        ("sendMessage", 429),
        ("sendChatAction", 200),
        ("sendMessage", 200),
    ]


@pytest.mark.parametrize(("when", "arrived"), [("before", []), ("after", ["one"])])
async def test_a_cut_connection_leaves_the_bot_in_doubt(api, bot, ana, when, arrived):
    """The client sees the same error whether the message was accepted or not; the server knows."""
    api.fail_next("sendMessage", drop=True, when=when)
    with pytest.raises(NetworkError):
        await bot.send_message(ana, "one")
    assert [sent.text for sent in api.sent(ana)] == arrived
    assert [call["accepted"] for call in api.calls("sendMessage")] == [bool(arrived)]


@pytest.mark.parametrize(("when", "arrived"), [("before", []), ("after", ["one"])])
async def test_a_slow_answer_times_out(api, bot, ana, when, arrived):
    """An answer later than the client waits is TimedOut, with or without the message accepted."""
    api.fail_next("sendMessage", seconds=30, when=when)
    with pytest.raises(TimedOut):
        await bot.send_message(ana, "one", read_timeout=0.1)
    assert [sent.text for sent in api.sent(ana)] == arrived


async def test_a_slow_answer_is_still_an_answer(api, bot, ana):
    """A delay alone changes nothing but the time."""
    api.fail_next("sendMessage", seconds=0.05, when="after")
    assert (await bot.send_message(ana, "one")).text == "one"


async def test_trouble_can_be_for_one_chat(api, bot, ana):
    """Other chats, and getUpdates unless it is named, are left alone."""
    bo = api.add_user("Bo")
    api.fail_next("*", chat_id=bo, status=400, description="Bad Request: TOPIC_CLOSED")
    await bot.get_updates()
    await bot.send_message(ana, "fine")
    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(bo, "not fine")


async def test_updates_lost_on_the_way_come_again(api, bot, ana):
    """Updates whose answer never reached the bot were not confirmed."""
    api.text(ana, "hello")
    api.fail_next("getUpdates", drop=True, when="after")
    with pytest.raises(NetworkError):
        await bot.get_updates()
    (update,) = await bot.get_updates()
    assert update.message.text == "hello"


async def test_flood_limits_of_a_chat(api, bot, ana):
    """After a short burst to one chat RetryAfter is raised, and time makes room again."""
    api.flood_limits(burst=3)
    for number in range(3):
        await bot.send_message(ana, str(number))
    with pytest.raises(RetryAfter):
        await bot.send_message(ana, "too much")
    api.advance(4)
    await bot.send_message(ana, "later")
    assert [sent.text for sent in api.sent(ana)] == ["0", "1", "2", "later"]
    assert api.rates()["refused"] == 1


async def test_flood_limits_in_all(api, bot):
    """No more than so many messages a second in all, whoever gets them."""
    api.flood_limits(in_all=5)
    people = [api.add_user(f"Person {number}") for number in range(8)]
    api.freeze_clock()
    answers = await asyncio.gather(*(bot.send_message(person, "x") for person in people), return_exceptions=True)
    assert sum(isinstance(answer, RetryAfter) for answer in answers) == 3
    assert api.rates()["in_all"] == 5


async def test_flood_limits_of_a_group(api, bot):
    """A group takes twenty messages a minute."""
    group = api.add_group()
    api.flood_limits()
    for _ in range(20):
        await bot.send_message(group, "x")
        api.advance(1)
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(group, "x")
    assert refused.value._retry_after.total_seconds() > 30


async def test_rates_are_measured_without_limits(api, bot):
    """The fastest second is known also when nothing is limited."""
    people = [api.add_user(f"Person {number}") for number in range(6)]
    api.freeze_clock()
    for person in people:
        await bot.send_message(person, "x")
    api.advance(5)
    await bot.send_message(people[0], "x")
    assert api.rates() == {"in_all": 6, "in_a_chat": 1, "refused": 0}
