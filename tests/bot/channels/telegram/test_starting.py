"""Starting: tokens, other processes, webhooks, and what logs never say."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys

import httpx
import pytest

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.client import BadToken, NoToken
from bot.channels.telegram.serving import start_beside
from bot.settings import BadSetting, get_settings
from tests.bot.channels.telegram.tables import settled
from tests.bot.servers import free_port, serving
from tests.bot_api import bot_api_process

WRONG = "123456789:wrong_token_wrong_token_wrong_token"
SECRET = "a_secret_for_the_webhook"


def run_telegram(settings, **own: str) -> subprocess.CompletedProcess:
    """Runs `send-assistant telegram` until it ends by itself."""
    more = {"DATABASE_URL": settings.database_url, "TELEGRAM_API_BASE_URL": settings.telegram_api_base_url, **own}
    command = [sys.executable, "-m", "bot.command_line", "telegram"]
    return subprocess.run(command, env={**os.environ, **more}, capture_output=True, text=True, timeout=90)


async def run_beside(function, *arguments, **named):
    """Runs something that waits, while the server of this test goes on answering."""
    return await asyncio.to_thread(function, *arguments, **named)


async def test_without_a_token_one_clear_line(telegram_settings):
    """Without a token the command says what is missing and fails."""
    ended = await run_beside(run_telegram, telegram_settings, TELEGRAM_BOT_TOKEN="")
    assert ended.returncode == 1
    assert ended.stderr.strip() == f"Error: {NoToken()}"


async def test_with_a_wrong_token_one_clear_line(telegram_settings):
    """With a wrong token the command says so without repeating it, and fails."""
    ended = await run_beside(run_telegram, telegram_settings, TELEGRAM_BOT_TOKEN=WRONG)
    assert ended.returncode == 1
    assert ended.stderr.strip().splitlines()[-1] == f"Error: {BadToken()}"
    assert WRONG not in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("token", ["no token at all", WRONG])
async def test_a_token_that_is_none_is_refused(agent, telegram_settings, token):
    """What has not the form of a token, or that Telegram does not know, is refused as such."""
    with pytest.raises(BadToken):
        await TelegramChannel(agent, telegram_settings.copy(update={"telegram_bot_token": token})).start()


async def test_no_log_has_the_token(channel, api, ana, caplog):
    """At the most talkative level of logging, in good times and bad, the token is never logged."""
    caplog.set_level(logging.DEBUG)
    api.fail_next("sendMessage", status=502)
    api.fail_next("getUpdates", drop=True)
    api.text(ana, "what did Leeds get")
    await api.wait_for(1, ana)
    await settled(channel, api)
    assert caplog.records
    assert api.token not in caplog.text
    assert "what did Leeds get" not in caplog.text


async def test_a_second_process_is_named(channel, api, ana, caplog, agent, telegram_settings):
    """When another process asks for the updates too, the log says so in plain words."""
    second = TelegramChannel(agent, telegram_settings)
    await second.start()
    for _ in range(300):
        if "Another process asks Telegram" in caplog.text:
            break
        await asyncio.sleep(0.02)
    await second.stop()
    assert "Another process asks Telegram" in caplog.text


async def test_with_a_wrong_token_the_web_goes_on(agent, telegram_settings, caplog):
    """Beside the web server a wrong token is one line in the log, and nothing stops."""
    channel = TelegramChannel(agent, telegram_settings.copy(update={"telegram_bot_token": WRONG}))
    await start_beside(channel)
    assert [record.getMessage() for record in caplog.records] == [f"No Telegram: {BadToken()}"]


def test_run_answers_when_telegram_calls(settings, database_url):
    """`run` with a webhook answers what Telegram delivers, and refuses who does not know the secret."""
    port, settings = free_port(), settings.copy(update={"database_url": database_url})
    with bot_api_process(free_port()) as api:
        own = {
            "TELEGRAM_BOT_TOKEN": api.token,
            "TELEGRAM_API_BASE_URL": api.root,
            "TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram/webhook",
            "TELEGRAM_WEBHOOK_SECRET": SECRET,
        }
        with serving(settings, port, **own) as address:
            ana = api.add_user(first_name="Ana")
            api.text(ana, "what did Leeds get")
            (sent,) = api.wait_for(count=1, chat=ana, timeout=50)  # a whole server starts beside it
            assert "outcome 3 of 3" in sent.text
            stranger = httpx.post(f"{address}/telegram/webhook", json={"update_id": 1}, headers={"x": "y"})
            assert stranger.status_code == 403


async def test_a_webhook_is_asked_for_until_telegram_can_be_reached(agent, telegram_settings, api, monkeypatch):
    """Trouble in the one moment in which the webhook is set does not keep the bot silent until somebody restarts it."""
    monkeypatch.setattr("bot.channels.telegram.channel.FIRST_WAIT_SECONDS", 0.01)
    own = {"telegram_webhook_url": "http://127.0.0.1:9/telegram/webhook", "telegram_webhook_secret": SECRET}
    api.fail_next("setWebhook", count=2, status=502)
    channel = TelegramChannel(agent, telegram_settings.copy(update=own))
    await asyncio.wait_for(channel.start(), 20)
    await channel.stop()
    assert [call["status"] for call in api.calls("setWebhook")][-3:] == [502, 502, 200]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_API_BASE_URL", "telegram"),
        ("TELEGRAM_WEBHOOK_URL", "http://ask.example/telegram/webhook"),
        ("TELEGRAM_WEBHOOK_URL", "https://ask.example"),
        ("TELEGRAM_WEBHOOK_SECRET", "short"),
    ],
)
def test_a_bad_setting_is_named(monkeypatch, name, value):
    """A webhook that Telegram can't call, or without a secret, is refused with the name of the setting."""
    monkeypatch.setenv("TELEGRAM_WEBHOOK_URL", "https://ask.example/telegram/webhook")
    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", SECRET)
    monkeypatch.setenv(name, value)
    get_settings.cache_clear()
    with pytest.raises(BadSetting, match=f"Setting {name}: "):
        get_settings()
    get_settings.cache_clear()
