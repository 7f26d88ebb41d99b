"""The figures that say how well questions are understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import mean

from nlu.evaluation.answers import OUT_OF_SCOPE, Answered

BINS = 10


@dataclass(frozen=True)
class Figures:
    """All shares are of 1. In-scope figures leave out-of-scope questions out, and the other way round."""

    questions: int
    accuracy_at_one: float
    accuracy_at_three: float
    answered_right: float
    right_or_offered: float
    confidently_wrong: float
    asked_back: float
    not_understood: float
    out_of_scope_declined: float
    calibration_error: float
    weakest: list[tuple[str, float, int]]
    confusions: list[tuple[str, str, int]]
    calibration: list[tuple[float, float, int]]

    def as_json(self) -> dict:
        """The figures as plain data."""
        return asdict(self)


def measure(answers: Sequence[Answered]) -> Figures:
    """The figures over these answers, which must hold both in-scope and out-of-scope questions."""
    inside = [one for one in answers if not one.topic.startswith(OUT_OF_SCOPE)]
    outside = [one for one in answers if one.topic.startswith(OUT_OF_SCOPE)]
    calibration = _calibration(answers)
    return Figures(
        questions=len(answers),
        accuracy_at_one=mean(one.right_first for one in inside),
        accuracy_at_three=mean(one.right_in_three for one in inside),
        answered_right=mean(one.decision == "answer" and one.right_first for one in inside),
        right_or_offered=mean(_right_or_offered(one) for one in inside),
        confidently_wrong=mean(one.decision == "answer" and not one.right_first for one in answers),
        asked_back=mean(one.decision == "clarify" for one in inside),
        not_understood=mean(one.decision == "unclear" for one in inside),
        out_of_scope_declined=mean(_declined(one) for one in outside),
        calibration_error=sum(abs(said - was) * count for said, was, count in calibration) / len(answers),
        weakest=_weakest(answers),
        confusions=_confusions(answers),
        calibration=calibration,
    )


def _right_or_offered(one: Answered) -> bool:
    return (one.decision == "answer" and one.right_first) or (one.decision == "clarify" and one.right_in_three)


def _declined(one: Answered) -> bool:
    return one.decision == "unclear" or one.right_first


def _weakest(answers: Sequence[Answered], most: int = 12) -> list[tuple[str, float, int]]:
    """The topics least often right first: (topic, share right, questions)."""
    topics: dict[str, list[bool]] = {}
    for one in answers:
        topics.setdefault(one.topic, []).append(one.right_first)
    return sorted(((t, mean(right), len(right)) for t, right in topics.items()), key=lambda row: row[1])[:most]


def _confusions(answers: Sequence[Answered], most: int = 12) -> list[tuple[str, str, int]]:
    """The commonest mistakes: (topic, taken for, how often)."""
    pairs = Counter((one.topic, one.ranking[0][0]) for one in answers if not one.right_first)
    return [(topic, taken, count) for (topic, taken), count in pairs.most_common(most)]


def _calibration(answers: Sequence[Answered]) -> list[tuple[float, float, int]]:
    """By band of confidence: (mean confidence said, share that was right, questions)."""
    bands: dict[int, list[Answered]] = {}
    for one in answers:
        bands.setdefault(min(int(one.confidence * BINS), BINS - 1), []).append(one)
    return [
        (mean(one.confidence for one in band), mean(one.right_first for one in band), len(band))
        for _, band in sorted(bands.items())
    ]
