"""What several commands do first: facts loaded, model trained, each with a progress bar."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from bot.engine import model
from bot.settings import Settings
from knowledge.clock import london_now
from knowledge.database import is_newest
from knowledge.errors import NoDatabase
from knowledge.loading.load import load
from nlu.meaning import remembered, weights

TABLES = 12
"""Kinds of rows that `knowledge.loading.load` reports."""

console = Console(stderr=True)


def progress() -> Progress:
    """A progress bar on standard error, so that answers on standard output stay clean."""
    return Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=console
    )


def ready_database(settings: Settings) -> None:
    """Loads the bundled facts when the database has none yet, or is from before this version."""
    try:
        up_to_date = is_newest(settings.database_url)
    except NoDatabase:
        up_to_date = False
    if not up_to_date:
        load_facts(settings)


def load_facts(settings: Settings, folder: Path | None = None) -> dict[str, int]:
    """Loads facts with a progress bar. Returns the count of rows by table. Raises BadRow or BadFile."""
    with progress() as bar:
        task = bar.add_task("Loading facts", total=TABLES)
        where = {"folder": folder} if folder else {}
        return load(settings.database_url, london_now(), progress=lambda _: bar.advance(task), **where)


def ready_encoder(settings: Settings) -> None:
    """Tells understanding where weights and vectors are, and the person when it goes on without.

    Raises WrongWeights when the weights found are not those it was measured with.
    """
    os.environ[weights.SETTING] = settings.encoder_dir or ""
    os.environ[remembered.FOLDER_SETTING] = str(settings.models_dir)
    if weights.find() is None:
        console.print("No sentence encoder: questions are understood by their words alone (see ENCODER_DIR).")


def ready_model(settings: Settings) -> Path:
    """The model of the present sources, trained now when there is none."""
    ready_encoder(settings)
    path = model.model_path(settings.models_dir)
    return path if path.exists() else train_model(settings)


def ready_agent(settings: Settings, *, remember_in_database: bool):
    """The assistant over a ready model. One that can't be loaded is said, trained again, and loaded.

    Raises UnusableModel when a new one can't be loaded either.
    """
    path = ready_model(settings)
    from bot.engine.start import build_agent

    try:
        return build_agent(settings, path, remember_in_database=remember_in_database)
    except model.UnusableModel as error:
        console.print(f"{error} It is trained again.", highlight=False, soft_wrap=True)
    return build_agent(settings, train_model(settings), remember_in_database=remember_in_database)


def train_model(settings: Settings) -> Path:
    """Trains a model with a progress bar; the first time, another for reading the examples' meaning."""
    ready_encoder(settings)
    with progress() as bar:
        task = bar.add_task("Training the model (under a minute)", total=model.TRAINED_PARTS)
        with encoding_shown(bar):
            return model.train(settings.models_dir, step=lambda _: bar.advance(task))


@contextlib.contextmanager
def encoding_shown(bar: Progress) -> Iterator[None]:
    """Shows how far reading the meaning of new examples has come, for as long as that is under way."""

    class Listener(logging.Handler):
        task = None

        def emit(self, record: logging.LogRecord) -> None:
            ready, total = record.args
            if self.task is None:
                self.task = bar.add_task("Reading what new examples mean (this once)", total=total)
            bar.update(self.task, completed=ready)

    listener, level = Listener(), remembered.logger.level
    remembered.logger.setLevel(logging.INFO)
    remembered.logger.addHandler(listener)
    try:
        yield
    finally:
        remembered.logger.removeHandler(listener)
        remembered.logger.setLevel(level)
