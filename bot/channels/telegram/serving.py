"""The channel inside the web server: started beside it, and the route that Telegram calls when a webhook is set."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import logging
from urllib.parse import urlsplit

from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse
from telegram.error import TelegramError

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.client import BadToken
from bot.settings import Settings

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_UPDATE = 512 * 1024
"""Bytes: two longest messages (one answers the other) with every character escaped and marked."""


def serve_telegram(app: Sanic, agent, settings: Settings) -> None:
    """Starts the channel with the server when a token is set. A wrong token is logged in one line; the web goes on."""
    if not settings.telegram_bot_token:
        return
    try:
        channel = TelegramChannel(agent, settings)
    except BadToken as error:
        logger.error("No Telegram: %s", error)
        return
    starting: list[asyncio.Task] = []

    @app.listener("after_server_start")
    async def start(app: Sanic, loop) -> None:
        starting.append(asyncio.get_running_loop().create_task(start_beside(channel)))

    @app.listener("before_server_stop")
    async def stop(app: Sanic, loop) -> None:
        for task in starting:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        await channel.stop()

    if settings.telegram_webhook_url:
        app.config.REQUEST_MAX_SIZE = max(app.config.REQUEST_MAX_SIZE, LARGEST_UPDATE)
        path = urlsplit(settings.telegram_webhook_url).path
        app.add_route(_receiver(channel, settings.telegram_webhook_secret), path, methods=["POST"], name="telegram")


async def start_beside(channel: TelegramChannel) -> None:
    """Starts the channel; why it can't be started is one line in the log."""
    try:
        await channel.start()
    except BadToken as error:
        logger.error("No Telegram: %s", error)
    except TelegramError as failure:
        logger.error("No Telegram: Telegram said: %s", failure.message)


def _receiver(channel: TelegramChannel, secret: str):
    async def receive(request: Request) -> HTTPResponse:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return response.json({"error": "wrong secret"}, status=403)
        if channel.queue is None:  # still starting: Telegram sends it again
            return response.json({"error": "starting"}, status=503)
        await channel.receive(request.json)
        return response.json({})

    return receive
