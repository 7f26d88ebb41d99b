"""When to answer, when to offer choices, and when to say that it was not understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("gate.yml")
MOST_CHOICES = 3
UNCLEAR = "unclear"


@dataclass(frozen=True)
class Gate:
    """The bars a ranking must pass. Chosen on held-out questions by `send-assistant evaluate --choose-gate`.

    answer_from, margin_from: the best topic is answered when its confidence and its lead over the
        second reach these. offer_from: below this confidence nothing is offered at all.
    sooner: lower bars than answer_from by group of topics ("area" of "area.survey"): look-ups name the area and say
        what they are about, small talk and refusals harm nobody, so a wrong one is seen at once and costs little.
    """

    answer_from: float
    margin_from: float
    offer_from: float
    sooner: Mapping[str, float] = field(default_factory=dict)

    def decide(self, ranking: Sequence[tuple[str, float]]) -> str:
        """Returns "answer", "clarify" or "unclear" for the likeliest topics, best first."""
        best = ranking[0][1]
        lead = best - (ranking[1][1] if len(ranking) > 1 else 0.0)
        enough = self.sooner.get(ranking[0][0].partition(".")[0], self.answer_from)
        if best >= enough and lead >= self.margin_from:
            return "answer"
        return "clarify" if best >= self.offer_from else UNCLEAR


def read_gate(path: Path = FILE) -> Gate:
    """The gate in use."""
    return Gate(**yaml.safe_load(path.read_text(encoding="utf-8")))


def write_gate(gate: Gate, note: str, path: Path = FILE) -> None:
    """Keeps a newly chosen gate, with a note on what it was chosen from."""
    kept = read_gate(path).sooner if path.exists() else {}
    body = yaml.safe_dump({**asdict(gate), "sooner": dict(kept)}, sort_keys=False)
    path.write_text(f"# {note}\n{body}", encoding="utf-8")
