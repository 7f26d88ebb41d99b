"""Delivery by webhook to a real little server."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from telegram.error import BadRequest

SECRET = "a-secret_1"


class Receiver:
    """A bot's own web server. `statuses` are its next answers; after them all is well."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.got: asyncio.Queue = asyncio.Queue()
        self.url = ""

    async def receive(self, request: web.Request) -> web.Response:
        """Takes one update."""
        status = self.statuses.pop(0) if self.statuses else 200
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.got.put_nowait((await request.json(), secret, status))
        return web.Response(status=status)

    async def next(self) -> tuple[dict, str, int]:
        """The next update, its secret, and what was answered."""
        return await asyncio.wait_for(self.got.get(), 10)


@asynccontextmanager
async def receiving(*statuses: int):
    """Runs a receiver while the block runs."""
    receiver = Receiver(*statuses)
    app = web.Application()
    app.router.add_post("/hook", receiver.receive)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    receiver.url = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_are_posted_with_the_secret(api, bot, ana):
    """What waited and what comes is posted in order, each with the secret in its header."""
    api.text(ana, "before")
    async with receiving() as receiver:
        await bot.set_webhook(receiver.url, secret_token=SECRET)
        api.text(ana, "after")
        taken = [await receiver.next() for _ in range(2)]
        await api.wait_until_confirmed()
    assert [(update["message"]["text"], secret) for update, secret, _ in taken] == [
        ("before", SECRET),
        ("after", SECRET),
    ]


async def test_a_refused_update_is_posted_again(api, bot, ana):
    """An update is posted until it is taken, and the next of that chat waits for it."""
    async with receiving(500, 403) as receiver:
        await bot.set_webhook(receiver.url)
        api.text(ana, "one")
        api.text(ana, "two")
        taken = [await receiver.next() for _ in range(4)]
        info = await bot.get_webhook_info()
        await api.wait_until_confirmed()
    assert [(update["message"]["text"], status) for update, _, status in taken] == [
        ("one", 500),
        ("one", 403),
        ("one", 200),
        ("two", 200),
    ]
    assert info.last_error_message == "Wrong response from the webhook: 403 Forbidden"


async def test_one_chat_holds_up_no_other(api, bot, ana):
    """While one chat's update is refused, another chat's is taken."""
    bo = api.add_user("Bo")
    async with receiving(500) as receiver:
        await bot.set_webhook(receiver.url)
        api.text(ana, "one")
        await receiver.next()
        api.text(bo, "two")
        texts = {(await receiver.next())[0]["message"]["text"] for _ in range(2)}
        await api.wait_until_confirmed()
    assert texts == {"one", "two"}


async def test_updates_of_a_bot_that_is_away_wait(api, bot, ana):
    """Nobody at the address: the update stays, and polling gets it once the webhook is gone."""
    await bot.set_webhook("http://127.0.0.1:9/nobody")
    api.text(ana, "hello")
    await api.wait_for_webhook_attempts(2)
    assert (await bot.get_webhook_info()).pending_update_count == 1
    await bot.delete_webhook()
    assert [update.message.text for update in await bot.get_updates()] == ["hello"]


async def test_a_repeated_update_is_posted_again(api, bot, ana):
    """A repeated update is posted once more under its id."""
    async with receiving() as receiver:
        await bot.set_webhook(receiver.url)
        update = api.text(ana, "once")
        await receiver.next()
        await api.wait_until_confirmed()
        api.repeat_update(update["update_id"])
        assert (await receiver.next())[0] == update


async def test_the_secret_has_its_signs(bot):
    """A secret may have letters, digits, dash and underscore, and 256 of them."""
    with pytest.raises(BadRequest, match="Secret token contains unallowed characters"):
        await bot.set_webhook("http://127.0.0.1:9/", secret_token="a b")
    with pytest.raises(BadRequest, match="Secret token is too long"):
        await bot.set_webhook("http://127.0.0.1:9/", secret_token="a" * 257)
