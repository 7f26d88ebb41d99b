"""Rasa's chatter kept away from people: warnings of old libraries, progress bars, log lines."""

from __future__ import annotations

import logging
import os

from nlu import slim_rasa


def prepare() -> None:
    """Call once before anything imports Rasa: placeholders, no telemetry, no wall of warnings."""
    os.environ.setdefault("LOG_LEVEL", "WARNING")  # Rasa hides its progress bars at this level
    slim_rasa.install()
    logging.captureWarnings(True)  # some libraries undo warning filters; this they do not
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    for name in ("rasa", "apscheduler", "alembic", "sanic"):
        logging.getLogger(name).setLevel(logging.WARNING)
    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
