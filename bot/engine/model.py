"""Which trained model fits the sources, and training one when none does."""

from __future__ import annotations

import contextlib
import hashlib
import io
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.engine import quiet
from bot.settings import ROOT
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
    """Rasa gave no model. Carries what it printed."""


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
    with _steps(step), quiet.without_progress_bars(), contextlib.redirect_stdout(printed):
        result = rasa_train(
            domain=str(DIALOGUE / "domain.yml"),
            config=str(ROOT / "config.yml"),
            training_files=[str(DIALOGUE / "rules.yml")],
            output=str(models_dir),
            fixed_model_name=half_done.name,
            force_training=True,
        )
    if not result.model or not half_done.exists():
        raise TrainingFailed(f"Rasa trained no model. It said: {printed.getvalue()[-2000:]}")
    _train_sense(sense_path(target))
    step("sense of danger")
    half_done.replace(target)
    for old in (*models_dir.glob("*.tar.gz"), *models_dir.glob(f"*{SENSE}")):
        if old not in (target, sense_path(target)) and not old.name.startswith(("training-", "half-done-")):
            old.unlink(missing_ok=True)
    return target


def _train_sense(path: Path) -> None:
    """Trains the sense of danger. Without an encoder there is none: rules decide alone."""
    from nlu.danger.sense.learning import learn, save
    from nlu.danger.sense.phrases import read_phrases

    encoder = the_encoder(threads=2)
    if encoder:
        save(learn(read_phrases(), list(read_examples()), encoder), path)


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
