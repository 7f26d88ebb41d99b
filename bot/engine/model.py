"""Which trained model fits the sources, and training one when none does."""

from __future__ import annotations

import contextlib
import hashlib
import io
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.engine import quiet
from bot.engine.arithmetic import use_one_core
from bot.settings import ROOT
from nlu.danger.sense.learning import read_meaning
from nlu.danger.sense.phrases import read_phrases
from nlu.examples import read_examples
from nlu.meaning import weights
from nlu.training import the_encoder

DIALOGUE = ROOT / "bot" / "dialogue"
TRAINED_PARTS = 4
"""Parts that are trained: area finder, topic reader, rules, sense of danger."""
_HOOK_LOGGER = "rasa.engine.training.hooks"


APART = frozenset({"evaluation"})
"""Folders of `nlu` that no trained model depends on."""
SENSE = ".danger.joblib"


class TrainingFailed(RuntimeError):
    """Nothing was trained. Carries what was printed."""


class UnusableModel(RuntimeError):
    """A model file that can't be loaded: damaged, cut short, or of another version."""

    def __init__(self, path: Path, error: Exception):
        self.path = path
        super().__init__(f"The model {path} can't be loaded ({type(error).__name__}).")


def source_files() -> Iterator[Path]:
    """Every file a trained model depends on."""
    yield from (ROOT / "config.yml", ROOT / "uv.lock", DIALOGUE / "domain.yml", DIALOGUE / "rules.yml")
    for pattern in ("*.py", "*.yml", "examples/*/*.txt"):
        yield from sorted((ROOT / "nlu").rglob(pattern))
    names = (
        "areas.csv",
        "area_names.csv",
        "towns.csv",
        "county_names.csv",
        "ordinary_words.csv",
        "outside_england.csv",
        "words_near_names.txt",
    )
    yield from (ROOT / "knowledge" / "data" / name for name in names)
    yield from (ROOT / "knowledge" / name for name in ("twins.py", "twins.yml"))


def fingerprint() -> str:
    """A short hash of all source files, and of whether there is an encoder: the same sources, the same name."""
    digest = hashlib.sha256(b"with encoder" if weights.find() else b"without encoder")
    for path in source_files():
        if path.exists() and not APART & set(path.parts):
            digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def model_path(models_dir: Path) -> Path:
    """Where the model of the present sources is, trained or not."""
    return models_dir / f"{fingerprint()}.tar.gz"


def sense_path(model: Path) -> Path:
    """Where the sense of danger is that was trained beside a model."""
    return model.with_name(model.name.removesuffix(".tar.gz") + SENSE)


def train(models_dir: Path, step: Callable[[str], None] = lambda _: None) -> Path:
    """Trains a model and keeps it under the fingerprint of its sources; older ones are removed.

    `step` is called with a few words as each part is done. Raises TrainingFailed.
    """
    quiet.prepare()
    from rasa.model_training import train as rasa_train

    target = model_path(models_dir)
    models_dir.mkdir(parents=True, exist_ok=True)
    # under a name of this process's own until it is whole: two may train at once, and a start may be waiting
    half_done = models_dir / f"training-{os.getpid()}.tar.gz"
    printed = io.StringIO()
    quietly = contextlib.redirect_stdout(printed), quiet.without_progress_bars()
    with _sense_beside(sense_path(target)), use_one_core(), _steps(step), quietly[0], quietly[1]:
        result = _trained_by_rasa(rasa_train, models_dir, half_done.name)
    step("sense of danger")
    if not result.model or not half_done.exists():
        raise TrainingFailed(f"Rasa trained no model. It said: {printed.getvalue()[-2000:]}")
    half_done.replace(target)
    for old in (*models_dir.glob("*.tar.gz"), *models_dir.glob(f"*{SENSE}")):
        if old not in (target, sense_path(target)) and not old.name.startswith(("training-", "half-done-")):
            old.unlink(missing_ok=True)
    return target


def _trained_by_rasa(rasa_train: Callable, models_dir: Path, name: str):
    return rasa_train(
        domain=str(DIALOGUE / "domain.yml"),
        config=str(ROOT / "config.yml"),
        training_files=[str(DIALOGUE / "rules.yml")],
        output=str(models_dir),
        fixed_model_name=name,
        force_training=True,
    )


@contextlib.contextmanager
def _sense_beside(path: Path) -> Iterator[None]:
    """Trains the sense of danger in a process of its own meanwhile. Raises TrainingFailed.

    Without an encoder there is none: rules decide alone. What phrases mean is read here first, where it is shown.
    """
    encoder = the_encoder(threads=2)
    if encoder is None:
        yield
        return
    read_meaning(read_phrases(), list(read_examples()), encoder)
    command = [sys.executable, "-m", "nlu.danger.sense.learning", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        yield
        _, complaint = process.communicate()
    except BaseException:
        process.kill()
        raise
    if process.returncode:
        raise TrainingFailed(f"The sense of danger was not trained. It said: {complaint[-2000:]}")


@contextlib.contextmanager
def _steps(step: Callable[[str], None]) -> Iterator[None]:
    """Calls `step` whenever Rasa reports a part as trained."""

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            message = record.getMessage()
            if message.startswith("Finished training component"):
                step(message.split("'")[1])

    logger, listener = logging.getLogger(_HOOK_LOGGER), Listener()
    level, propagate = logger.level, logger.propagate
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(listener)
    try:
        yield
    finally:
        logger.removeHandler(listener)
        logger.setLevel(level)
        logger.propagate = propagate
