"""The local Bot API server as a process of its own: `python -m tests.bot_api --port 8081`."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import typer

from tests.bot_api.server import BotApiServer
from tests.bot_api.state import DEFAULT_TOKEN


def main(
    port: int = typer.Option(8081, min=1, max=65535, help="Port to listen on, on this machine only."),
    state: Path = typer.Option(None, help="File that keeps chats and messages over a restart of this server."),
    token: str = typer.Option(DEFAULT_TOKEN, help="The only bot token that is accepted."),
) -> None:
    """Run a local server that speaks Telegram's Bot API, for tests and demonstrations."""
    try:
        asyncio.run(_serve(port, token, state))
    except OSError as error:
        raise typer.Exit(_complain(f"port {port} can't be used: {error.strerror}")) from error


async def _serve(port: int, token: str, state: Path | None) -> None:
    stopped = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    async with BotApiServer(token, port, state) as server:
        typer.echo(f"Bot API on {server.root} for the token {token}", err=True)
        await stopped.wait()


def _complain(reason: str) -> int:
    typer.echo(reason, err=True)
    return 1


if __name__ == "__main__":
    typer.run(main)
