"""Keeping arithmetic on one core."""

from __future__ import annotations

from threadpoolctl import threadpool_limits


def use_one_core() -> threadpool_limits:
    """From now on, or for as long as the result is used in a `with`, linear algebra uses one thread.

    The vectors of one question are too small to share. OpenBLAS's second thread gave nothing back and, between two
    questions, span on `sched_yield`: at 20 messages a second a whole core went to it. Training learns several things
    side by side, each on a core of its own, and took half as long again when each of them used both.
    """
    return threadpool_limits(limits=1, user_api="blas")
