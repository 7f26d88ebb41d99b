"""Counting the errors that are logged, by the part of the assistant that logged them."""

from __future__ import annotations

import logging

from bot.logs.safe import is_ours
from bot.metrics.counting import Metrics

LIBRARIES = "libraries"


class ErrorCounter(logging.Handler):
    """Counts each line of level error or worse. Writes nothing."""

    def __init__(self, metrics: Metrics):
        super().__init__(level=logging.ERROR)
        self._metrics = metrics

    def emit(self, record: logging.LogRecord) -> None:
        """Counts one line (called by logging)."""
        self._metrics.error(record.name if is_ours(record.name) else LIBRARIES)


def count_errors(metrics: Metrics) -> None:
    """Counts every error of the process from now on."""
    logging.getLogger().addHandler(ErrorCounter(metrics))
