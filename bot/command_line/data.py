"""`send-assistant data …`: the facts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.command_line.preparing import console, load_facts, ready_database
from bot.settings import get_settings

app = typer.Typer(help="The facts: areas, inspections, services.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """The facts: areas, inspections, services."""


@app.command("load")
def load(
    folder: Annotated[
        Path | None, typer.Option("--from", help="Folder of CSV files. Default: those of the project.")
    ] = None,
    only_if_empty: Annotated[bool, typer.Option("--if-empty", help="Do nothing when facts are there already.")] = False,
) -> None:
    """Builds the facts from CSV files, all or nothing: a bad row stops it and leaves the old facts."""
    settings = get_settings()
    if only_if_empty:
        ready_database(settings)
        return
    counts = load_facts(settings, folder)
    console.print(", ".join(f"{count} {name}" for name, count in counts.items()), highlight=False)
