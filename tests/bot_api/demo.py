"""`make demo-telegram`: plays demo.yml against the assistant on a local server, and writes the conversation down."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from tests.bot_api.playing import Patience, Player
from tests.bot_api.remote import ROOT
from tests.bot_api.script import BadScript, Script, read_script
from tests.bot_api.server import BotApiServer
from tests.bot_api.transcript import write_transcript

HERE = Path(__file__).parent
RESULT = ROOT / "results" / "telegram-demo.html"
CHANNEL = "bot.channels.telegram"
ASSISTANT = (sys.executable, "-m", "bot.command_line", "telegram")
STARTING_SECONDS = 180.0

ScriptFile = Annotated[Path, typer.Option("--script", help="The conversation to play.")]
ResultFile = Annotated[Path, typer.Option("--to", help="Where the page is written.")]


typer_app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


class BotStopped(RuntimeError):
    """The bot ended, or never asked for messages."""


@typer_app.command()
def main(script: ScriptFile = HERE / "demo.yml", to: ResultFile = RESULT) -> None:
    """Play a scripted conversation on Telegram, with no internet, and write it as a page."""
    try:
        if importlib.util.find_spec(CHANNEL) is None:
            raise BotStopped(f"there is no Telegram channel here ({CHANNEL})")
        notes = asyncio.run(play(read_script(script), to, ASSISTANT))
    except (BadScript, BotStopped, OSError) as error:
        typer.echo(f"Error: {error}", err=True)
        raise typer.Exit(1) from error
    for note in notes:
        typer.echo(note, err=True)
    typer.echo(f"Open {to} in a browser.")


async def play(
    script: Script,
    to: Path,
    command: Sequence[str],
    patience: Patience = Patience(),  # noqa: B008 - it is frozen
) -> list[str]:
    """Plays the script against the bot of this command; gives what went wrong. Raises BotStopped.

    The bot finds the server through TELEGRAM_BOT_TOKEN and TELEGRAM_API_BASE_URL and has a database of its own.
    """
    with tempfile.TemporaryDirectory() as folder, Progress(transient=True) as progress:
        async with BotApiServer() as api:
            process = await asyncio.create_subprocess_exec(
                *command, cwd=ROOT, env=_environment(api, script, Path(folder)), stdout=asyncio.subprocess.DEVNULL
            )
            try:
                started = progress.add_task("Starting the assistant", total=None)
                await _started(api, process)
                progress.remove_task(started)
                player = Player(api, api.add_user(script.person, started=False), patience)
                for number, step in progress.track(list(enumerate(script.steps, 1)), description="Playing"):
                    await player.play(number, step)
            finally:
                await _stop(process)
            notes = _notes(script, player)
            write_transcript(api, player.user, script, notes, to)
    return notes


def _environment(api: BotApiServer, script: Script, folder: Path) -> dict[str, str]:
    own = {
        "TELEGRAM_BOT_TOKEN": api.token,
        "TELEGRAM_API_BASE_URL": api.root,
        "DATABASE_URL": f"sqlite:///{folder / 'demo.db'}",
        "PYTHONPATH": str(ROOT),
    }
    return {**os.environ, **own, **({"TODAY": script.today} if script.today else {})}


async def _started(api: BotApiServer, process: asyncio.subprocess.Process) -> None:
    ended = asyncio.create_task(process.wait())
    asked = asyncio.create_task(api.wait_for_poll(STARTING_SECONDS))
    await asyncio.wait({ended, asked}, return_when=asyncio.FIRST_COMPLETED)
    if ended.done():
        asked.cancel()
        raise BotStopped(f"the bot ended while starting, with code {process.returncode}; its own words are above")
    ended.cancel()
    try:
        await asked
    except TimeoutError as error:
        raise BotStopped(f"the bot did not ask for messages within {STARTING_SECONDS:.0f} s") from error


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), 20)
        except asyncio.TimeoutError:
            process.kill()
            await process.wait()


def _notes(script: Script, player: Player) -> list[str]:
    words = {number: f"step {number} ({step.does}: {step.what})" for number, step in enumerate(script.steps, 1)}
    silent = [f"No answer to {words[number]}." for number in player.unanswered]
    return silent + [f"Could not do {words[number]}: {reason}." for number, reason in player.failed.items()]


if __name__ == "__main__":
    typer_app()
