"""`send-assistant unanswered`: what editors read."""

from __future__ import annotations

import csv
import sys
from typing import Annotated

import typer

from bot.settings import get_settings
from knowledge import unanswered
from knowledge.database import sessions
from knowledge.loading.cells import as_text

HEADINGS = ("day", "question")


def list_unanswered(
    most: Annotated[int, typer.Option(min=1, help="How many to list, newest first.")] = 50,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="Write CSV for a spreadsheet; no cell can be a formula.")
    ] = False,
) -> None:
    """Lists the newest questions that found no answer. Words our topics do not use are hidden."""
    with sessions(get_settings().database_url)() as session:
        rows = [(f"{row.created_at:%Y-%m-%d}", row.text) for row in unanswered.newest(session, most)]
    if as_csv:
        csv.writer(sys.stdout).writerows([HEADINGS, *(map(as_text, row) for row in rows)])
        return
    for day, text in rows:
        typer.echo(f"{day}  {text}")
