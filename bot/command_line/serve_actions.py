"""`send-assistant actions`: the actions as a server of their own."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.settings import get_settings


def serve_actions(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 5055,
) -> None:
    """Serves the actions alone, for a setup with ACTION_SERVER_URL."""
    from bot.engine import quiet
    from bot.engine.start import open_for

    quiet.prepare()
    open_for(get_settings())
    from rasa_sdk.endpoint import create_app

    app = create_app("actions")
    typer.echo(f"Actions are served at http://{host}:{port}/webhook", err=True)
    app.run(host=host, port=port, access_log=False, motd=False)
