"""`send-assistant actions`: the actions as a server of their own."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Annotated

import typer

from bot.logs.setup import set_up
from bot.settings import get_settings


def serve_actions(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 5055,
    anywhere: Annotated[
        bool,
        typer.Option("--anywhere", help="Listen on an address that others can reach."),
    ] = False,
) -> None:
    """Serves the actions alone, for a setup with ACTION_SERVER_URL. It asks for no login, so it stays on loopback."""
    if not anywhere and not _is_loopback(host):
        raise typer.BadParameter(f"{host} can be reached from outside; add --anywhere if only your own network can")
    from bot.engine import quiet
    from bot.engine.start import open_for

    settings = get_settings()
    quiet.prepare()
    open_for(settings)
    from bot.server.action_app import build_action_app

    app = build_action_app("actions")
    set_up(settings)
    typer.echo(f"Actions are served at http://{host}:{port}/webhook", err=True)
    app.run(host=host, port=port, access_log=False, motd=False)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
