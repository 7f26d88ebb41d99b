"""The local Bot API server as a process of its own: `python -m tests.bot_api --port 8081`."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path
from typing import Annotated

import typer

from tests.bot_api.server import BotApiServer
from tests.bot_api.state import DEFAULT_TOKEN

Port = Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on, on this machine only.")]
State = Annotated[Path | None, typer.Option(help="File that keeps chats and messages over a restart of this server.")]
Token = Annotated[str, typer.Option(help="The only bot token that is accepted.")]


def main(port: Port = 8081, state: State = None, token: Token = DEFAULT_TOKEN) -> None:
    """Run a local server that speaks Telegram's Bot API, for tests and demonstrations."""
    try:
        asyncio.run(_serve(port, token, state))
    except OSError as error:
        typer.echo(f"The port {port} can't be used: {os.strerror(error.errno)}. Choose another with --port.", err=True)
        raise typer.Exit(1) from error


async def _serve(port: int, token: str, state: Path | None) -> None:
    stopped = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    async with BotApiServer(token, port, state) as server:
        typer.echo(f"Bot API on {server.root} for the token {token}", err=True)
        await stopped.wait()


if __name__ == "__main__":
    typer.run(main)
