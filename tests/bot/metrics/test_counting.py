"""Counting messages and errors."""

from __future__ import annotations

import logging

from prometheus_client import generate_latest

from bot.logs.answers import Answered
from bot.metrics.counting import Metrics
from bot.metrics.errors import ErrorCounter


def shown(metrics: Metrics) -> str:
    """What monitoring reads."""
    return generate_latest(metrics.registry).decode()


def test_made_up_labels_are_counted_as_other():
    """What is not one of our channels, statuses and groups can't become a label, however often it comes."""
    metrics = Metrics()
    for number in range(50):
        metrics.answered(Answered("0" * 12, f"Zebedee {number}", f"quux{number}.x", f"odd{number}", "en", 0.01))
    assert 'send_answers_total{channel="other",family="other",status="other"} 50.0' in shown(metrics)
    assert "Zebedee" not in shown(metrics)


def test_errors_are_counted_by_part():
    """Each error that is logged counts for the part of ours that logged it; of libraries there is one count."""
    metrics, logger = Metrics(), logging.getLogger("bot.metrics.of_a_test")
    counter = ErrorCounter(metrics)
    logger.addHandler(counter)
    logger.error("broken")
    logger.warning("odd")
    counter.handle(logging.makeLogRecord({"name": "sanic.error", "levelno": logging.ERROR}))
    assert 'send_errors_total{part="bot.metrics.of_a_test"} 1.0' in shown(metrics)
    assert 'send_errors_total{part="libraries"} 1.0' in shown(metrics)
