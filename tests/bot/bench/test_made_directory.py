"""The made postcode directory, and what its import costs."""

from __future__ import annotations

import csv

from bot.bench.importing import measure_import
from bot.bench.made_directory import ENDED_SHARE, write

ROWS = 30_000


def test_the_made_directory_has_the_form_of_the_real_one(tmp_path):
    """So many rows, all postcodes different, about a third ended, rows as long as real ones."""
    told = []
    write(tmp_path / "a.csv", ROWS, told.append)
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["pcds"] for row in rows}) == len(rows) == ROWS
    assert told == [10_000, 20_000, 30_000]
    assert abs(sum(bool(row["doterm"]) for row in rows) / ROWS - ENDED_SHARE) < 0.02
    assert (tmp_path / "a.csv").stat().st_size / ROWS > 350


def test_the_cost_of_an_import_is_measured(tmp_path):
    """The real command takes the made directory; time, memory and sizes are told."""
    cost = measure_import(tmp_path, ROWS, lambda done: None)
    assert cost.seconds > 0
    assert 20e6 < cost.peak_bytes < 300e6
    assert cost.database_bytes > 0
