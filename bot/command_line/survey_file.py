"""`send-assistant survey import`: survey windows from a CSV file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.command_line.preparing import progress
from bot.command_line.survey import as_table, open_database, out
from knowledge.area_index import read_area_index
from knowledge.surveys.drafts import COLUMNS
from knowledge.surveys.errors import ImportRefused
from knowledge.surveys.importing import import_windows

HELP = f"A CSV file with the columns {', '.join(COLUMNS)} (closes, source_url and source_date may be left out)."


def import_file(
    file: Annotated[Path, typer.Argument(help=HELP)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be added, and add nothing.")] = False,
) -> None:
    """Adds the survey windows of a CSV file, all or nothing. The same file again changes nothing."""
    maker, now = open_database()
    with maker() as session, progress() as bar:
        task = bar.add_task("Importing survey windows", total=None)

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        try:
            done = import_windows(session, file, now, progress=show)
        except ImportRefused as refused:
            session.rollback()
            for error in refused.errors:
                out.print(str(error), highlight=False, markup=False)
            raise
        table = as_table(done.added, read_area_index(session), now, numbered=not dry_run)
        session.rollback() if dry_run else session.commit()
    if done.added:
        out.print(table)
    said = "Nothing was changed; would be added" if dry_run else "Added"
    out.print(f"{said}: {len(done.added)}. On record already: {done.known}.", highlight=False)
