"""`send-assistant data …`: the facts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.command_line.preparing import console, load_facts, progress, ready_database
from bot.settings import get_settings
from knowledge.clock import london_now

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


@app.command("import-postcodes")
def import_postcodes(
    file: Annotated[Path, typer.Argument(help="The ONS postcode directory: a CSV file, or the zip it comes in.")],
) -> None:
    """Builds the table of postcodes from the ONS postcode directory (ONSPD), all or nothing."""
    from knowledge.postcodes.importing import import_postcodes as run

    settings = get_settings()
    ready_database(settings)
    with progress() as bar:
        task = bar.add_task("Importing postcodes", total=None)
        counts = run(
            settings.database_url,
            file,
            london_now(),
            lambda done, total: bar.update(task, completed=done, total=max(total, 1)),
        )
    console.print(
        f"{counts.postcodes:,} postcodes in {counts.districts:,} districts. "
        f"Left out: {counts.ended:,} no longer in use, {counts.without_area:,} without an area.",
        highlight=False,
    )
