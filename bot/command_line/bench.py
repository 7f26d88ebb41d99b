"""`send-assistant bench`: our speed beside Rasa's default pipeline, in the same run."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot.command_line.evaluate import TEST_SET
from bot.command_line.preparing import console, progress
from bot.settings import ROOT

RESULTS = ROOT / "results" / "bench.json"
OUR_PORT, THEIR_PORT = 5601, 5602


def bench(
    examples: Annotated[int, typer.Option(help="Examples of each topic both sides are trained on.")] = 10,
    epochs: Annotated[int, typer.Option(help="Training epochs of Rasa's default (its own is 100).")] = 30,
    messages: Annotated[int, typer.Option(min=50, help="Messages timed one at a time, and again 8 at once.")] = 300,
    alone: Annotated[bool, typer.Option("--alone", help="Measure this assistant only, with all its examples.")] = False,
    postcodes: Annotated[
        bool, typer.Option("--postcodes", help="Measure only the import of a made postcode directory.")
    ] = False,
    soak: Annotated[
        float | None,
        typer.Option(min=0.1, help="Only soak: so many minutes of mixed traffic, one in ten harmful."),
    ] = None,
    rows: Annotated[int, typer.Option(min=1000, help="Rows of that directory.")] = 2_700_000,
) -> None:
    """Trains, starts and times both sides in this run, and prints one table."""
    if soak is not None:
        from bot.command_line.bench_soak import run_soak

        run_soak(soak)
        return
    if postcodes:
        _postcodes(rows)
        return
    from bot.bench.sides import SideFailed

    with tempfile.TemporaryDirectory(prefix="send-bench-") as work, console.status("Preparing") as status:
        try:
            columns = _measure(Path(work), examples, epochs, messages, alone, status.update)
        except SideFailed as error:
            console.print(f"[red]Error:[/] {error}", highlight=False)
            raise typer.Exit(1) from None
    _print(columns)
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(columns, indent=2), encoding="utf-8")


def _postcodes(rows: int) -> None:
    from bot.bench.importing import ImportFailed, measure_import

    with tempfile.TemporaryDirectory(prefix="send-bench-") as work, progress() as bar:
        making = bar.add_task("Making a postcode directory", total=rows)
        try:
            cost = measure_import(Path(work), rows, lambda done: bar.update(making, completed=done), bar.stop)
        except ImportFailed as error:
            console.print(f"[red]Error:[/] {error}", highlight=False)
            raise typer.Exit(1) from None
    console.print(
        f"{rows:,} rows ({cost.file_bytes / 1e6:,.0f} MB) imported in {cost.seconds:.0f} s, "
        f"resident memory at most {cost.peak_bytes / 1e6:.0f} MB, {cost.database_bytes / 1e6:.1f} MB of database.",
        highlight=False,
    )


def _measure(work: Path, per_topic: int, epochs: int, messages: int, alone: bool, step) -> dict[str, dict]:
    from bot.bench import accuracy, sample, sides
    from nlu.examples import FOLDER, read_examples

    everything, held_out = list(read_examples()), list(read_examples(TEST_SET))
    questions = [question for _, question in held_out]
    questions = (questions * (messages // len(questions) + 1))[:: max(1, len(questions) // messages)][:messages]
    if not alone:
        step("Installing Rasa's default (first time only)")
        sides.install_rasa_default()
    columns = {"all examples": _side(sides.ours(work / "all", FOLDER, OUR_PORT), questions, step)}
    step("this assistant: accuracy")
    columns["all examples"]["accuracy"] = accuracy.of_ours(everything, held_out)
    if alone:
        return columns
    taken = sample.sample(everything, per_topic)
    sample.write_ours(taken, work / "examples")
    sample.write_rasa_default(taken, epochs, work / "rasa")
    same = f"{len(taken)} examples"
    columns[same] = _side(sides.ours(work / "few", work / "examples", OUR_PORT), questions, step)
    columns[same]["accuracy"] = accuracy.of_ours(taken, held_out)
    theirs = _side(sides.rasa_default(work / "rasa", THEIR_PORT), questions, step)
    step("Rasa's default: accuracy")
    theirs["accuracy"] = accuracy.of_rasa_default(work / "rasa", held_out)
    columns[f"Rasa's default, {same}, {epochs} epochs"] = theirs
    return columns


def _side(side, questions: list[str], step) -> dict[str, float]:
    """Trains and measures one side."""
    from bot.bench.load import measure

    step(f"{side.name}: training")
    began = time.perf_counter()
    side.run_training()
    training = time.perf_counter() - began
    return {"training_seconds": training, **vars(measure(side, questions, step))}


def _print(columns: dict[str, dict[str, float]]) -> None:
    table = Table(title="This assistant beside Rasa's default pipeline, in this run")
    table.add_column("figure")
    for name in columns:
        table.add_column(name if name.startswith("Rasa") else f"this assistant, {name}", justify="right")
    rows = {
        "training, start to finish (s)": lambda c: f"{c['training_seconds']:.0f}",
        "start to first answer (s)": lambda c: f"{c['startup_seconds']:.1f}",
        "resident memory (MB)": lambda c: f"{c['memory']:.0f}",
        "reply, median (ms)": lambda c: f"{c['median']:.1f}",
        "reply, 95th percentile (ms)": lambda c: f"{c['percentile_95']:.1f}",
        "replies a second, 8 at once": lambda c: f"{c['per_second']:.0f}",
        "message 500 / message 5": lambda c: f"{c['message_500'] / c['message_5']:.2f}",
        "held-out questions right first": lambda c: f"{c['accuracy']:.1%}",
    }
    for title, value in rows.items():
        table.add_row(title, *(value(column) for column in columns.values()))
    console.print(table)
