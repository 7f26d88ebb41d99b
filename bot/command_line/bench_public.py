"""`send-assistant bench-public`: the classifier on public sets, beside Rasa's own linear one."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot.command_line.preparing import console, encoding_shown, progress, ready_encoder
from bot.settings import ROOT, get_settings

RESULTS = ROOT / "results" / "bench_public.json"


def bench_public(
    folder: Annotated[Path, typer.Argument(help="Folder that holds banking77/ and clinc150/, or one of them.")],
    examples: Annotated[int, typer.Option(help="Examples of each class to learn from.")] = 30,
    alone: Annotated[bool, typer.Option("--alone", help="Leave out Rasa's LogisticRegressionClassifier.")] = False,
) -> None:
    """Trains on a few examples a class of each public set and prints how often the first class is right."""
    from bot.bench import accuracy, public_sets, sample, sides

    ready_encoder(get_settings())
    figures = {}
    for one in public_sets.read_all(folder):
        taken = sample.sample(one.train, examples)
        with progress() as bar, encoding_shown(bar):
            task = bar.add_task(f"{one.name}: {len(taken)} examples, {len(one.test)} questions", total=3)
            row = {"spelling and meaning": accuracy.of_cascade(taken, one.test, with_encoder=True)}
            bar.advance(task)
            row["spelling alone"] = accuracy.of_cascade(taken, one.test, with_encoder=False)
            bar.advance(task)
            if not alone:
                row["Rasa's LogisticRegressionClassifier"] = _of_rasa(taken, one.test, sample, sides, accuracy)
            bar.advance(task)
        figures[one.name] = row
    _print(figures, examples)
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(figures, indent=2), encoding="utf-8")


def _of_rasa(taken, asked, sample, sides, accuracy) -> float:
    sides.install_rasa_default()
    with tempfile.TemporaryDirectory(prefix="send-bench-") as work:
        folder = Path(work)
        sample.write_rasa_linear(taken, folder)
        command = [str(sides.RASA_ENVIRONMENT / "bin" / "rasa"), "train", "nlu", "--quiet"]
        done = subprocess.run(command, cwd=folder, env=sides.RASA_QUIET, capture_output=True, text=True)
        if done.returncode:
            raise sides.SideFailed(f"training Rasa's linear classifier failed: {done.stderr[-1500:]}")
        return accuracy.of_rasa_default(folder, asked)


def _print(figures: dict[str, dict[str, float]], examples: int) -> None:
    table = Table(title=f"Right first, {examples} examples a class")
    table.add_column("")
    for name in figures:
        table.add_column(name, justify="right")
    for row in next(iter(figures.values())):
        table.add_row(row, *(f"{column[row]:.1%}" for column in figures.values()))
    console.print(table)
