"""`send-assistant bench --soak MINUTES`: mixed traffic against a real server, one in ten harmful."""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from pathlib import Path

import typer
from rich.table import Table

from bot.command_line.evaluate import TEST_SET
from bot.command_line.preparing import console, progress, ready_database, ready_model
from bot.settings import ROOT, Settings, get_settings

RESULTS = ROOT / "results" / "soak.json"
PORT = 5603
STARTING_SECONDS = 300
MOST_GROWTH = 0.05


def run_soak(minutes: float) -> None:
    """Starts a server of its own, soaks it, prints and writes the figures. Exits with 1 when a bar is missed."""
    from bot.bench.soak.running import Plan
    from nlu.examples import read_examples

    settings = get_settings()
    questions = [question for _, question in read_examples(TEST_SET)]
    ready_model(settings)
    with tempfile.TemporaryDirectory(prefix="send-soak-") as work, progress() as bar:
        task = bar.add_task("Soaking", total=1.0)
        plan = Plan(seconds=minutes * 60)
        figures = _figures(Path(work), settings, plan, questions, lambda share: bar.update(task, completed=share))
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(figures, indent=2), encoding="utf-8")
    _print(figures)
    if figures["unanswered"] or figures["restarted"] or figures["memory_growth"] > MOST_GROWTH:
        raise typer.Exit(1)


def _figures(work: Path, settings: Settings, plan, questions: list[str], shown) -> dict:
    from bot.bench.sides import served
    from bot.bench.soak.running import SERVER, soak

    own = settings.copy(update={"database_url": f"sqlite:///{work / 'soak.db'}"})
    ready_database(own)
    environment = {**SERVER, "DATABASE_URL": own.database_url, "MODELS_DIR": str(settings.models_dir)}
    side = served(work, PORT, environment)
    process = side.start()
    try:
        _wait(process)
        tally = asyncio.run(soak(PORT, process.pid, plan, questions, shown))
        return tally.figures(plan.seconds / 60, restarted=process.poll() is not None)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(process) -> None:
    import httpx

    for _ in range(STARTING_SECONDS * 10):
        if process.poll() is not None:
            console.print("[red]Error:[/] the server stopped while starting", highlight=False)
            raise typer.Exit(1)
        try:
            if httpx.get(f"http://127.0.0.1:{PORT}/ready", timeout=30).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise typer.Exit(1)


def _print(figures: dict) -> None:
    table = Table("figure", "value", title="Soak")
    for name, value in figures.items():
        table.add_row(name.replace("_", " "), f"{value:.1%}" if name == "memory_growth" else str(value))
    console.print(table)
