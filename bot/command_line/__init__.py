"""The `send-assistant` command. One file a command; heavy imports happen only when a command runs."""

from __future__ import annotations

import sys

import typer
from rich.console import Console
from sqlalchemy.exc import DatabaseError, OperationalError

from bot.command_line import (
    ask,
    bench,
    bench_public,
    data,
    evaluate,
    notify,
    privacy,
    run,
    serve_actions,
    survey,
    survey_file,
    survey_reports,
    telegram,
    train,
    unanswered,
)
from bot.engine.model import TrainingFailed, UnusableModel
from bot.settings import BadSetting
from knowledge.errors import CHECK_DATABASE, KnowledgeError
from nlu.meaning.weights import WrongWeights

app = typer.Typer(
    help="Answers families' questions about area SEND inspections in England, with sources and dates.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("run")(run.run)
app.command("telegram")(telegram.telegram)
app.command("ask")(ask.ask)
app.command("train")(train.train)
app.command("evaluate")(evaluate.evaluate)
app.command("bench")(bench.bench)
app.command("bench-public")(bench_public.bench_public)
app.command("notify")(notify.notify)
app.command("unanswered")(unanswered.list_unanswered)
app.command("purge")(privacy.purge)
app.command("privacy-report")(privacy.privacy_report)
app.command("actions")(serve_actions.serve_actions)
app.add_typer(data.app, name="data")
survey.app.command("import")(survey_file.import_file)
for name in ("reports", "confirm", "dismiss"):
    survey.app.command(name)(getattr(survey_reports, name))
app.add_typer(survey.app, name="survey")


def main() -> None:
    """Runs the command. What a person can mend is said in one line, with exit code 1."""
    try:
        app()
    except (KnowledgeError, BadSetting, WrongWeights, TrainingFailed, UnusableModel) as error:
        Console(stderr=True, soft_wrap=True).print(f"[red]Error:[/] {error}", highlight=False)
        sys.exit(1)
    except DatabaseError as error:
        if type(error) not in (DatabaseError, OperationalError):
            raise  # the text of the others can hold values
        said = " ".join(str(error.orig).split())
        Console(stderr=True, soft_wrap=True).print(
            f"[red]Error:[/] The database could not do it: {said}. {CHECK_DATABASE}", highlight=False
        )
        sys.exit(1)
