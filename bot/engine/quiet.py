"""Rasa's chatter kept away from people: warnings of old libraries, progress bars, log lines."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterator

from nlu import slim_rasa


def prepare() -> None:
    """Call once before anything imports Rasa: placeholders, no telemetry, no wall of warnings."""
    slim_rasa.install()
    logging.captureWarnings(True)  # some libraries undo warning filters; this they do not
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    for name in ("rasa", "apscheduler", "alembic", "sanic"):
        logging.getLogger(name).setLevel(logging.WARNING)
    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))


@contextlib.contextmanager
def without_progress_bars() -> Iterator[None]:
    """Hides Rasa's progress bars while it trains: it shows none when LOG_LEVEL is WARNING."""
    before = os.environ.get("LOG_LEVEL")
    os.environ["LOG_LEVEL"] = "WARNING"
    try:
        yield
    finally:
        del os.environ["LOG_LEVEL"]
        if before is not None:
            os.environ["LOG_LEVEL"] = before
