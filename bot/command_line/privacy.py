"""`send-assistant purge` and `send-assistant privacy-report`: what is kept about people, and for how long."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.settings import get_settings
from knowledge import retention
from knowledge.clock import fixed_clock, london_now
from knowledge.database import sessions

HEADINGS = ("table", "what it can hold", "why", "kept until")


def purge(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be deleted.")] = False,
) -> None:
    """Deletes what is past its time, as each table says of itself (RETENTION_DAYS, SESSION_MINUTES)."""
    settings = get_settings()
    engine = sessions(settings.database_url).kw["bind"]
    now = (fixed_clock(settings.today) if settings.today else london_now)()
    terms = retention.terms(now, settings.retention_days, settings.session_minutes)
    counts = retention.purge(engine, terms, dry_run)
    for table, count in counts.items():
        typer.echo(f"{table}: {count}")
    typer.echo(f"{'Would delete' if dry_run else 'Deleted'} {sum(counts.values())} rows.")


def privacy_report(
    markdown: Annotated[bool, typer.Option("--markdown", help="Write a Markdown table.")] = False,
) -> None:
    """Lists every table, what it can hold about people, why, and for how long; made from the tables themselves."""
    settings = get_settings()
    lines = retention.report(settings.retention_days, settings.session_minutes)
    rows = [(line.table, line.holds, line.why, line.until) for line in lines]
    if markdown:
        for row in (HEADINGS, ("---",) * len(HEADINGS), *rows):
            typer.echo("| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |")
        return
    table = Table(*HEADINGS, title="What is kept about people")
    for row in rows:
        table.add_row(*row)
    Console().print(table)
