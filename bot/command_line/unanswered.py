"""`send-assistant unanswered`: what editors read."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.settings import get_settings
from knowledge import unanswered
from knowledge.database import sessions


def list_unanswered(
    most: Annotated[int, typer.Option(min=1, help="How many to list, newest first.")] = 50,
) -> None:
    """Lists the newest questions that found no answer. Words our topics do not use are hidden."""
    with sessions(get_settings().database_url)() as session:
        for row in unanswered.newest(session, most):
            typer.echo(f"{row.created_at:%Y-%m-%d}  {row.text}")
