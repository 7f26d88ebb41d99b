"""The full bar, by hand: `python -m tests.bot.notices.full_run` tells 10,000 people, killed twice on the way."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from knowledge.loading.load import load
from tests.bot.notices.killing import NOON, REAL, tell_all
from tests.bot_api import BotApiServer
from tests.postgresql import cluster

LONGEST_SECONDS = 480
ENGINES = ("sqlite", "postgresql")


def main(
    subscribers: Annotated[int, typer.Option(min=1)] = 10_000,
    a_second: Annotated[int, typer.Option(min=1)] = 25,
    kills: Annotated[int, typer.Option(min=0)] = 2,
    engine: Annotated[str, typer.Option(help="sqlite or postgresql")] = "sqlite",
) -> None:
    """Measure how long it takes to tell everybody, and check that none is missed and none told twice."""
    if engine not in ENGINES:
        raise typer.BadParameter(f"'{engine}' is not one of {', '.join(ENGINES)}")
    if engine == "postgresql":
        with cluster() as url:
            asyncio.run(_run(url, subscribers, a_second, kills))
        return
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_run(f"sqlite:///{Path(folder) / 'send.db'}", subscribers, a_second, kills))


async def _run(url: str, subscribers: int, a_second: int, kills: int) -> None:
    load(url, NOON)
    async with BotApiServer() as api:
        api.flood_limits()
        outcome = await tell_all(api, url, subscribers, a_second, kills, REAL, LONGEST_SECONDS * 2)
    missed = sum(count == 0 for count in outcome.by_chat.values())
    doubled = sum(count > 1 for count in outcome.by_chat.values())
    typer.echo(f"{subscribers} subscribers, {a_second} a second, killed {kills} times: {outcome.seconds:.0f} s")
    typer.echo(f"missed {missed}, told twice {doubled}; outbox {outcome.results}; {outcome.rates}")
    raise typer.Exit(int(bool(missed or doubled or outcome.seconds > LONGEST_SECONDS)))


if __name__ == "__main__":
    typer.run(main)
