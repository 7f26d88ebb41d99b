"""Keeping arithmetic on one core while answering."""

from __future__ import annotations

from threadpoolctl import threadpool_limits


def use_one_core() -> None:
    """From now on the linear algebra of this process uses one thread.

    The vectors of one question are too small to share. OpenBLAS's second thread gave nothing back and, between two
    questions, span on `sched_yield`: at 20 messages a second a whole core went to it. Training, which is done before,
    keeps all cores.
    """
    threadpool_limits(limits=1, user_api="blas")
