"""getUpdates with the real client: waiting, confirming, kinds, and two that ask at once."""

from __future__ import annotations

import asyncio

import pytest
import telegram
from telegram.error import Conflict
from telegram.ext import Updater


async def test_a_poll_ends_as_soon_as_something_arrives(api, bot, ana):
    """A poll that may wait fifty seconds gives what arrives meanwhile."""
    poll = asyncio.create_task(bot.get_updates(timeout=50))
    await api.wait_for_poll()
    api.text(ana, "hello")
    (update,) = await asyncio.wait_for(poll, 10)
    assert update.message.text == "hello"


async def test_a_poll_in_vain_gives_nothing(api, bot):
    """When nobody writes, the poll ends with an empty list."""
    assert await bot.get_updates(timeout=0) == ()


async def test_updates_come_again_until_they_are_confirmed(api, bot, ana):
    """Only asking for a later update confirms the earlier ones."""
    first, second = api.text(ana, "one"), api.text(ana, "two")
    for _ in range(2):
        updates = await bot.get_updates()
        assert [update.update_id for update in updates] == [first["update_id"], second["update_id"]]
    (update,) = await bot.get_updates(offset=second["update_id"])
    assert update.message.text == "two"
    assert api.pending() == 1
    assert await bot.get_updates(offset=second["update_id"] + 1) == ()
    assert api.pending() == 0


async def test_a_limit_and_a_negative_offset_choose_updates(api, bot, ana):
    """A limit gives the oldest; a negative offset gives the newest and forgets the others."""
    for text in ("one", "two", "three"):
        api.text(ana, text)
    assert [update.message.text for update in await bot.get_updates(limit=2)] == ["one", "two"]
    assert [update.message.text for update in await bot.get_updates(offset=-1)] == ["three"]
    assert api.pending() == 1


async def test_kinds_that_are_not_wanted_do_not_arrive(api, bot, ana):
    """allowed_updates leaves other kinds out, from the moment it is given."""
    await bot.get_updates(allowed_updates=["message"])
    assert api.block(ana) is None
    api.text(ana, "still here")
    assert [update.message.text for update in await bot.get_updates()] == ["still here"]


async def test_the_earlier_of_two_pollers_is_refused(api, bot):
    """A second poll that waits ends the first with Conflict."""
    first = asyncio.create_task(bot.get_updates(timeout=50))
    await api.wait_for_poll()
    async with telegram.Bot(api.token, base_url=api.url) as other:
        second = asyncio.create_task(other.get_updates(timeout=1))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        assert await second == ()


async def test_a_poller_that_died_is_in_nobody_s_way(api, bot, ana):
    """A poll whose client went away leaves its updates to the next."""
    poll = asyncio.create_task(bot.get_updates(timeout=50))
    await api.wait_for_poll()
    poll.cancel()
    with pytest.raises(asyncio.CancelledError):
        await poll
    api.text(ana, "anybody?")
    (update,) = await bot.get_updates(timeout=5)
    assert update.message.text == "anybody?"


async def test_polling_is_refused_while_a_webhook_is_set(api, bot):
    """getUpdates with a webhook set is a Conflict, until the webhook is deleted."""
    await bot.set_webhook("http://127.0.0.1:9/never")
    with pytest.raises(Conflict, match="while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_the_library_s_updater_gets_everything_in_order(api, ana):
    """The Updater of the library receives messages in order and confirms them when it stops."""
    queue: asyncio.Queue = asyncio.Queue()
    async with Updater(telegram.Bot(api.token, base_url=api.url), queue) as updater:
        await updater.start_polling(timeout=10)
        for number in range(5):
            api.text(ana, str(number))
        received = [(await asyncio.wait_for(queue.get(), 10)).message.text for _ in range(5)]
        await updater.stop()
    assert received == ["0", "1", "2", "3", "4"]
    assert api.pending() == 0


async def test_an_update_can_be_delivered_twice(api, bot, ana):
    """A repeated update arrives again under its id, even after it was confirmed."""
    update = api.text(ana, "once")
    await bot.get_updates(offset=update["update_id"] + 1)
    api.repeat_update(update["update_id"])
    (again,) = await bot.get_updates(offset=update["update_id"] + 1, timeout=5)
    assert (again.update_id, again.message.text) == (update["update_id"], "once")
    assert await bot.get_updates(offset=update["update_id"] + 1) == ()
