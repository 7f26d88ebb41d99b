"""The rate of notices."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.notices.rate import Rate


class Time:
    """A clock that only sleeping and waiting move."""

    def __init__(self):
        self.now = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Moves the clock on."""
        self.now += seconds


@given(st.lists(st.floats(0, 0.5), min_size=1, max_size=80), st.integers(1, 9))
async def test_no_second_has_more_than_allowed(pauses, most):
    """However unevenly notices come, no second has more of them than allowed."""
    time = Time()
    rate, sent = Rate(most, time, time.sleep), []
    for pause in pauses:
        time.now += pause
        await rate.wait()
        sent.append(time.now)
    assert all(later - sent[i] > 1.0 for i, later in enumerate(sent[most:]))


async def test_nobody_waits_without_need():
    """Up to the rate, notices go out at once."""
    time = Time()
    rate = Rate(25, time, time.sleep)
    for _ in range(25):
        await rate.wait()
    assert time.now == 0
