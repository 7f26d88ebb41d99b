"""`send-assistant run`: serve the assistant."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.command_line.preparing import console, ready_agent, ready_database
from bot.logs.setup import set_up
from bot.metrics.errors import count_errors
from bot.settings import Settings, get_settings

SHUTDOWN_SECONDS = 5.0
EVERYWHERE = ("0.0.0.0", "::")
"""Addresses that mean all of this machine's; a browser can't open them."""


def run(
    host: Annotated[str | None, typer.Option(help="Address to listen on. Default: HOST, else 127.0.0.1.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on. Default: PORT, else 5005.")] = None,
) -> None:
    """Serves the assistant: loads facts and trains a model first when they are missing."""
    settings = get_settings()
    host, port = host or settings.host, port or settings.port
    ready_database(settings)
    agent = ready_agent(settings, remember_in_database=True)
    from bot.server.app import build_app

    app = build_app(agent, settings)
    set_up(settings)
    count_errors(agent.metrics)
    _say_where(host, port, settings)
    app.config.GRACEFUL_SHUTDOWN_TIMEOUT = SHUTDOWN_SECONDS
    app.run(host=host, port=port, access_log=False, motd=False, debug=False)


def _say_where(host: str, port: int, settings: Settings) -> None:
    home = f"http://{'127.0.0.1' if host in EVERYWHERE else host}:{port}/"
    body = '{"sender": "me", "message": "has bedford been inspected"}'
    console.print(f"Open [bold]{home}[/] in a browser and ask.", highlight=False)
    if settings.serves_rest:
        token = ' -H "Authorization: Bearer $REST_TOKEN"' if settings.rest_token else ""
        console.print("Or ask from another terminal:", highlight=False)
        console.print(f"  curl -s {home}webhooks/rest/webhook{token} -d '{body}'", highlight=False, soft_wrap=True)
    console.print("Stop it with Ctrl+C.", highlight=False)
