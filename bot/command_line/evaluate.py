"""`send-assistant evaluate`: how well questions are understood."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot.command_line.preparing import console, encoding_shown, progress, ready_encoder
from bot.settings import ROOT, get_settings
from knowledge.errors import BadFile

TEST_SET = ROOT / "tests" / "questions"
RESULTS = ROOT / "results" / "evaluation.json"


def evaluate(
    questions: Annotated[Path, typer.Option(help="Folder of held-out questions.")] = TEST_SET,
    output: Annotated[Path, typer.Option(help="Where the figures go, as JSON.")] = RESULTS,
    choose_gate: Annotated[
        bool, typer.Option("--choose-gate", help="Choose the bars of confidence anew on half of the questions.")
    ] = False,
) -> None:
    """Trains on the examples, reads questions it has never seen, and prints how often it was right.

    The gate is chosen on one half of the held-out questions; the figures are those of the other half.
    Exit code 1 when a figure misses its bar (nlu/evaluation/bars.yml).
    """
    from nlu.evaluation import answers, bars, choosing, figures
    from nlu.topics.gate import read_gate, write_gate

    ready_encoder(get_settings())
    pairs = answers.read_test_set(questions)
    if not pairs:
        raise BadFile(str(questions), "holds no questions (<group>/<name>.txt, one a line)")
    with progress() as bar:
        task = bar.add_task("Training and reading", total=3)
        with encoding_shown(bar):
            reader, finder = _train()
        bar.advance(task)
        also = answers.read_also_right(questions)
        choosing_half, reporting_half = (
            answers.answer_all(reader, finder, half, also) for half in answers.split(pairs)
        )
        bar.advance(task)
        gate = choosing.choose_gate(choosing_half) if choose_gate else read_gate()
        bar.advance(task)
    if choose_gate:
        write_gate(gate, f"Chosen by `send-assistant evaluate --choose-gate` on {len(choosing_half)} questions.")
    found = figures.measure(answers.gated(reporting_half, gate))
    _print(found)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(found.as_json(), indent=2), encoding="utf-8")
    console.print(f"Written to {output}", highlight=False, soft_wrap=True)
    for line in bars.missed(found):
        console.print(f"[red]Below the bar:[/] {line}", highlight=False)
    if bars.missed(found):
        raise typer.Exit(1)


def _train():
    from nlu.examples import read_examples
    from nlu.questions import Reader
    from nlu.topics.gate import read_gate
    from nlu.training import the_encoder, train_cascade, train_finder

    examples = list(read_examples())
    finder = train_finder([question for _, question in examples])
    return Reader(train_cascade(finder, examples, the_encoder()), read_gate()), finder


def _print(found) -> None:
    table = Table(title=f"{found.questions} held-out questions")
    table.add_column("figure")
    table.add_column("share", justify="right")
    for name in (
        "accuracy_at_one",
        "accuracy_at_three",
        "answered_right",
        "right_or_offered",
        "confidently_wrong",
        "asked_back",
        "not_understood",
        "out_of_scope_declined",
        "calibration_error",
    ):
        table.add_row(name.replace("_", " "), f"{getattr(found, name):.1%}")
    console.print(table)
    console.print("Weakest: " + ", ".join(f"{topic} {share:.0%}" for topic, share, _ in found.weakest), highlight=False)
    mixed = ", ".join(f"{topic} taken for {taken} ({count})" for topic, taken, count in found.confusions)
    console.print(f"Mixed up: {mixed}", highlight=False)
