"""`python -m tests.fuzz TARGET --seconds 60`: coverage-guided fuzzing of one target (atheris, Linux only)."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

from bot.engine import quiet
from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS, target

OURS = ["bot.guard", "bot.channels.web", "knowledge", "nlu"]

FOUND = Path("results/fuzz")


def main() -> None:
    """Fuzzes until the time or the tries are over; a failing input is kept in results/fuzz and ends it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60, help="how long to try (default 60)")
    parser.add_argument(
        "--tries", type=int, default=-1, help="how many inputs to try (default: until the time is over)"
    )
    asked = parser.parse_args()
    quiet.prepare()
    with atheris.instrument_imports(include=OURS):
        check = target(asked.target)
    check(b"")  # what is loaded once is loaded before the clock runs
    FOUND.mkdir(parents=True, exist_ok=True)
    corpus = Path(tempfile.mkdtemp())
    for number, seed in enumerate(seeds(asked.target)):
        (corpus / str(number)).write_bytes(seed)
    limits = [f"-max_total_time={asked.seconds}", f"-runs={asked.tries}", "-max_len=600", "-timeout=20"]
    atheris.Setup(
        [sys.argv[0], *limits, f"-artifact_prefix={FOUND}/{asked.target}-", "-print_final_stats=1", str(corpus)], check
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
