"""What happened in a soak, counted while it runs, and the figures made from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from statistics import median, quantiles

EARLY, LATE = (0.1, 0.3), (0.8, 1.0)
"""The parts of a run whose memory is compared: after the warm-up, and at the end."""


@dataclass
class Tally:
    """Counts and times of one run. Times in milliseconds, memory in MB with the share of the run it was taken at."""

    milliseconds: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)
    unanswered: Counter[str] = field(default_factory=Counter)
    abuse: Counter[str] = field(default_factory=Counter)
    memory: list[tuple[float, float]] = field(default_factory=list)

    def answered(self, milliseconds: float, replies: list[dict]) -> None:
        """An honest message got its replies; none at all counts as unanswered."""
        if not replies:
            self.unanswered["silence"] += 1
            return
        self.milliseconds.append(milliseconds)
        self.statuses.update({reply["status"] for reply in replies})

    def lost(self, reason: str) -> None:
        """An honest message got no replies."""
        self.unanswered[reason] += 1

    def figures(self, minutes: float, restarted: bool) -> dict:
        """The result, as it is written to a file."""
        times = sorted(self.milliseconds) or [0.0]
        cuts = quantiles(times, n=100) if len(times) > 1 else times * 99
        early, late = (self._memory(*part) for part in (EARLY, LATE))
        return {
            "minutes": minutes,
            "honest_messages": len(self.milliseconds) + sum(self.unanswered.values()),
            "unanswered": sum(self.unanswered.values()),
            "unanswered_why": dict(self.unanswered),
            "error_replies": self.statuses["error"],
            "statuses": dict(self.statuses),
            "abuse": dict(self.abuse),
            "restarted": restarted,
            "median_ms": round(median(times), 1),
            "percentile_95_ms": round(cuts[94], 1),
            "percentile_99_ms": round(cuts[98], 1),
            "longest_ms": round(times[-1], 1),
            "memory_early_mb": round(early, 1),
            "memory_late_mb": round(late, 1),
            "memory_growth": round(late / early - 1, 4) if early else 0.0,
        }

    def _memory(self, since: float, until: float) -> float:
        taken = [size for share, size in self.memory if since <= share <= until]
        return median(taken or [size for _, size in self.memory] or [0.0])
