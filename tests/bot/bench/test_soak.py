"""Mixed traffic against a real server, in small."""

from __future__ import annotations

import asyncio
from collections import Counter

from bot.bench.soak.running import SERVER, Plan, soak
from bot.bench.soak.tally import Tally
from tests.bot.servers import started

QUESTIONS = [
    "has bedford been inspected",
    "when will they be back",
    "what is a local offer",
    "is the survey open in kent",
]
SMALL = Plan(seconds=10, a_second=8, conversations=24)


def test_honest_people_are_answered_amid_abuse(settings, trained_model, tmp_path):
    """With junk, floods, forged tokens and dropped connections mixed in, every honest message gets its replies."""
    log = tmp_path / "log"
    with log.open("w") as written, started(settings, written, **SERVER) as (address, process):
        port = int(address.rpartition(":")[2])
        shares: list[float] = []
        tally = asyncio.run(soak(port, process.pid, SMALL, QUESTIONS, shares.append))
        figures = tally.figures(SMALL.seconds / 60, restarted=process.poll() is not None)
    assert figures["unanswered"] == 0, figures
    assert figures["error_replies"] == 0, figures
    assert not figures["restarted"]
    assert figures["honest_messages"] > 5 * sum(figures["abuse"].values()) > 0
    assert shares == sorted(shares)
    said = log.read_text()
    assert "Traceback" not in said
    assert "bedford" not in said.replace('"has bedford been inspected"', "")


def test_the_figures_say_what_went_wrong():
    """Silence, lost answers and error replies are counted, and memory is compared after the warm-up."""
    tally = Tally()
    tally.answered(10.0, [{"status": "answered"}])
    tally.answered(30.0, [{"status": "answered"}, {"status": "error"}])
    tally.answered(5.0, [])
    tally.lost("ReadTimeout")
    tally.memory = [(0.0, 50.0), (0.2, 100.0), (0.9, 104.0), (1.0, 106.0)]
    figures = tally.figures(1.0, restarted=False)
    assert (figures["honest_messages"], figures["unanswered"], figures["error_replies"]) == (4, 2, 1)
    assert figures["unanswered_why"] == Counter(silence=1, ReadTimeout=1)
    assert (figures["median_ms"], figures["memory_growth"]) == (20.0, 0.05)
