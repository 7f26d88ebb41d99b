"""What the reader made of held-out questions, one record a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from knowledge.twins import read_twins
from nlu.areas import AreaFinder
from nlu.examples import read_examples
from nlu.questions import Question, Reader
from nlu.topics.gate import MOST_CHOICES, Gate

OUT_OF_SCOPE = ("out_of_scope.", "bot.not_legal_advice")
"""Beginnings of the topics that decline: what we can't help with, and advice on a case."""
ALSO_RIGHT = "also_right.tsv"
PLACE_ALONE = {"area.named": "area.set"}
"""A place alone sets the area when nothing was looked up before."""


@dataclass(frozen=True)
class Answered:
    """One held-out question: what it is about, and what was understood."""

    question: str
    topic: str
    ranking: tuple[tuple[str, float], ...]
    decision: str
    names_area: bool
    also: frozenset[str] = frozenset()

    @property
    def confidence(self) -> float:
        """The confidence in the best topic."""
        return self.ranking[0][1]

    def is_right(self, topic: str) -> bool:
        """True when this topic answers the question. All topics that decline do so alike, and a
        look-up stands for its general topic when an area is named."""
        if self.topic.startswith(OUT_OF_SCOPE):
            return topic.startswith(OUT_OF_SCOPE)
        topic = PLACE_ALONE.get(topic, topic)
        return topic == self.topic or topic in self.also or (self.names_area and read_twins().get(self.topic) == topic)

    @property
    def right_first(self) -> bool:
        """True when the best topic is right."""
        return self.is_right(self.ranking[0][0])

    @property
    def right_in_three(self) -> bool:
        """True when one of the three best topics is right."""
        return any(self.is_right(topic) for topic, _ in self.ranking[:MOST_CHOICES])


def read_test_set(folder: Path) -> list[tuple[str, str]]:
    """The (topic, question) pairs of a held-out set: the same form as the examples."""
    return list(read_examples(folder))


def read_also_right(folder: Path) -> dict[str, frozenset[str]]:
    """By question, the topics that answer it as well as its own (`also_right.tsv`); empty without that file."""
    path = folder / ALSO_RIGHT
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    found: dict[str, frozenset[str]] = {}
    for question, topic in (line.split("\t") for line in lines if line and not line.startswith("#")):
        found[question] = found.get(question, frozenset()) | {topic}
    return found


def split(pairs: Sequence[tuple[str, str]]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Halves of a held-out set, line by line: one to choose the gate on, one to report on."""
    return list(pairs[0::2]), list(pairs[1::2])


def answer_all(
    reader: Reader,
    finder: AreaFinder,
    pairs: Iterable[tuple[str, str]],
    also: Mapping[str, frozenset[str]] = MappingProxyType({}),
) -> list[Answered]:
    """Reads every question. `also` is topics that are right as well, by question."""
    return [
        _answered(topic, question, reader.read(question, finder.find(question)), also.get(question, frozenset()))
        for topic, question in pairs
    ]


def _answered(topic: str, question: str, read: Sequence[Question], also: frozenset[str]) -> Answered:
    first = read[0]  # of a message read as two questions only the first counts: the stricter reading
    return Answered(question, topic, first.ranking, first.decision, bool(first.areas or first.shared), also)


def gated(answers: Iterable[Answered], gate: Gate) -> list[Answered]:
    """The same answers as another gate would decide them."""
    return [replace(one, decision=gate.decide(one.ranking)) for one in answers]
