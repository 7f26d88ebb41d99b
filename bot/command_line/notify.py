"""`send-assistant notify`: send the notices that are due, or see them, or decide about those in doubt."""

from __future__ import annotations

import asyncio
import signal
from typing import Annotated

import typer
from rich.markup import escape
from sqlalchemy.engine import Engine
from sqlalchemy.orm import sessionmaker

from bot.channels.telegram.client import BadToken, NoToken
from bot.command_line.preparing import console, progress, ready_database
from bot.settings import Settings, get_settings
from knowledge.clock import fixed_clock, london_now
from knowledge.database import connect
from knowledge.models import LocalArea
from knowledge.notices import outbox

LOOP_SECONDS = 10.0


def notify(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what is due.")] = False,
    loop: Annotated[bool, typer.Option("--loop/--once", help="Go on until stopped, or send what is due now.")] = False,
    list_in_doubt: Annotated[bool, typer.Option("--list-in-doubt", help="List those that may have gone out.")] = False,
    resend: Annotated[
        list[int] | None,
        typer.Option("--resend-in-doubt", help="Send this notice in doubt again (a number of that list; repeatable)."),
    ] = None,
) -> None:
    """Sends the notices that are due to those who asked for them on Telegram."""
    settings = get_settings()
    ready_database(settings)
    engine = connect(settings.database_url)
    if list_in_doubt:
        return _list(engine, settings)
    if resend:
        return _resend(engine, settings, resend)
    if dry_run:
        return _say_due(engine, settings)
    try:
        asyncio.run(_send(engine, settings, loop))
    except (NoToken, BadToken) as error:
        console.print(f"[red]Error:[/] {error}", highlight=False, soft_wrap=True)
        raise typer.Exit(1) from None


async def _send(engine: Engine, settings: Settings, loop: bool) -> None:
    from bot.channels.telegram import client
    from bot.notices.running import keep_sending, telegram_delivery

    bot = client.build_bot(settings)
    await client.enter(bot)
    stopped = asyncio.Event()
    with progress() as bar:
        task = bar.add_task("Sending", total=max(_due(engine, settings), 1))
        delivery = telegram_delivery(bot, engine, settings, each=lambda _: bar.advance(task))
        if loop:
            for name in (signal.SIGTERM, signal.SIGINT):
                asyncio.get_running_loop().add_signal_handler(name, stopped.set)
            await keep_sending(delivery, stopped, LOOP_SECONDS)
        else:
            await delivery.run_once()
    await bot.shutdown()
    done = ", ".join(f"{count} {result}" for result, count in sorted(delivery.results.items()))
    console.print(done or "Nothing was due.", highlight=False)


def _due(engine: Engine, settings: Settings) -> int:
    with sessionmaker(engine, future=True)() as session:
        return sum(outbox.counts(session, _now(settings)).values())


def _say_due(engine: Engine, settings: Settings) -> None:
    with sessionmaker(engine, future=True)() as session:
        for (code, event), count in sorted(outbox.counts(session, _now(settings)).items()):
            typer.echo(f"{count:>6}  {event:<17} {session.get(LocalArea, code).name}")
        total = sum(outbox.counts(session, _now(settings)).values())
    typer.echo(f"{total} due. Nothing was sent.")


def _list(engine: Engine, settings: Settings) -> None:
    with sessionmaker(engine, future=True)() as session:
        rows = outbox.in_doubt(session, _now(settings))
        for row in rows:
            area = session.get(LocalArea, row.gss_code).name
            typer.echo(f"{row.id:>8}  {row.event:<17} {area}, claimed {row.claimed_at:%Y-%m-%d %H:%M}")
    typer.echo(f"{len(rows)} in doubt.")


def _resend(engine: Engine, settings: Settings, numbers: list[int]) -> None:
    with sessionmaker(engine, future=True).begin() as session:
        count = outbox.resend(session, numbers, _now(settings))
    if count != len(set(numbers)):
        known = f"{count} of {len(set(numbers))} put back. The others are not in doubt, or it is too late for them."
        console.print(f"[red]Error:[/] {escape(known)}", highlight=False)
        raise typer.Exit(1)
    typer.echo(f"{count} put back; they go out with the next `send-assistant notify`.")


def _now(settings: Settings):
    return fixed_clock(settings.today)() if settings.today else london_now()
