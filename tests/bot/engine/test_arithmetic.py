"""Arithmetic on one core."""

from __future__ import annotations

from threadpoolctl import threadpool_info


def test_answering_uses_one_thread_for_linear_algebra(agent):
    """Once an assistant is ready, no library of linear algebra keeps a second thread spinning."""
    threads = [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]
    assert threads
    assert set(threads) == {1}
