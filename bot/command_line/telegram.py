"""`send-assistant telegram`: the Telegram channel as a process of its own."""

from __future__ import annotations

import asyncio
import signal

import typer

from bot.channels.telegram.client import BadToken, NoToken
from bot.command_line.preparing import console, ready_database, ready_model
from bot.settings import Settings, get_settings


def telegram() -> None:
    """Answers on Telegram, without serving the web. Needs TELEGRAM_BOT_TOKEN."""
    settings = get_settings()
    try:
        if not settings.telegram_bot_token:
            raise NoToken
        ready_database(settings)
        path = ready_model(settings)
        from bot.engine.start import build_agent

        with console.status("Starting"):
            agent = build_agent(settings, path, remember_in_database=True)
        asyncio.run(_serve(agent, settings))
    except (NoToken, BadToken) as error:
        console.print(f"[red]Error:[/] {error}", highlight=False, soft_wrap=True)
        raise typer.Exit(1) from None


async def _serve(agent, settings: Settings) -> None:
    from bot.channels.telegram.channel import TelegramChannel

    channel, stopped = TelegramChannel(agent, settings), asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    await channel.start()
    console.print(f"Answering on Telegram as @{channel.bot.username}. Stop it with Ctrl+C.", highlight=False)
    await stopped.wait()
    await channel.stop()
