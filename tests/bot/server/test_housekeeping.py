"""Deleting what has expired."""

from __future__ import annotations

from bot.server.housekeeping import do_all


def test_a_chore_that_fails_does_not_stop_the_others(caplog):
    """Every chore is done in every round, whatever became of the one before."""
    done = []

    def fails() -> int:
        raise RuntimeError("Zebedee Quux")

    do_all([lambda: done.append("first") or 1, fails, lambda: done.append("last") or 1])
    assert done == ["first", "last"]
    assert "Quux" not in caplog.text
