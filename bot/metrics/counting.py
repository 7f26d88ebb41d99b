"""What is counted while the assistant works. Labels are words of ours from short lists, never a person's."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.registry import Collector

from actions.reply import STATUSES
from bot.logs.answers import Answered
from knowledge.topics import all_topics

CHANNELS = ("web", "page", "rest", "terminal", "telegram")
OTHER = "other"
SECONDS = (0.005, 0.01, 0.02, 0.035, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0)
LOOK_UP_FAMILIES = ("area", "notify", "glossary", "none")


class Metrics:
    """The counts of one process."""

    def __init__(self):
        self.registry = CollectorRegistry()
        self._gauges: Collector | None = None
        self._families = {topic.partition(".")[0] for topic in all_topics()} | set(LOOK_UP_FAMILIES)
        self._answers = Counter(
            "send_answers",
            "Messages answered, by channel, status and group of topics",
            ("channel", "status", "family"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "send_answer_seconds",
            "Time from a message to its replies",
            ("channel",),
            buckets=SECONDS,
            registry=self.registry,
        )
        self._errors = Counter(
            "send_errors", "Errors by the part of the assistant they came from", ("part",), registry=self.registry
        )

    def answered(self, answered: Answered) -> None:
        """Counts one message and its time."""
        channel = _one_of(CHANNELS, answered.channel)
        family = _one_of(self._families, answered.family)
        self._answers.labels(channel, _one_of(STATUSES, answered.status), family).inc()
        self._seconds.labels(channel).observe(answered.seconds)

    def error(self, part: str) -> None:
        """Counts an error. `part` is a module of ours."""
        self._errors.labels(part).inc()

    def gauges_of(self, collector: Collector) -> None:
        """Shows what this collector reads in place of what an earlier server of this process showed."""
        if self._gauges:
            self.registry.unregister(self._gauges)
        self._gauges = collector
        self.registry.register(collector)


def _one_of(known, said: str) -> str:
    """The word itself when it is one of ours; so that nobody can fill memory with made-up ones."""
    return said if said in known else OTHER
