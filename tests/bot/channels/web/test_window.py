"""The moving window that counts in this process."""

from __future__ import annotations

from bot.channels.web.window import SWEEP_EVERY_SECONDS, MovingWindow


class Seconds:
    """A clock that a test moves."""

    now = 1000.0

    def __call__(self) -> float:
        """The second it is set to."""
        return self.now


def test_no_window_holds_more_than_the_limit():
    """Whatever the rhythm of requests, no ten seconds hold more than three that were let in."""
    clock = Seconds()
    window, let_in = MovingWindow(3, 10, clock), []
    for step in range(400):
        clock.now += (step * 7 % 13) / 10
        if window.seconds_to_wait("a") is None:
            let_in.append(clock.now)
    assert len(let_in) > 20
    assert all(later - earlier >= 10 for earlier, later in zip(let_in, let_in[3:], strict=False))


def test_the_wait_is_just_long_enough():
    """After the time that was named there is room, and not a moment before."""
    clock = Seconds()
    window = MovingWindow(1, 10, clock)
    assert window.seconds_to_wait("a") is None
    clock.now += 4
    assert window.seconds_to_wait("a") == 6
    clock.now += 5.9
    assert window.seconds_to_wait("a") is not None
    clock.now += 0.1
    assert window.seconds_to_wait("a") is None


def test_a_refused_request_does_not_count():
    """Trying again too soon does not make the wait longer."""
    clock = Seconds()
    window = MovingWindow(1, 10, clock)
    window.seconds_to_wait("a")
    for _ in range(9):
        clock.now += 1
        assert window.seconds_to_wait("a") is not None
    clock.now += 1
    assert window.seconds_to_wait("a") is None


def test_quiet_keys_are_forgotten():
    """Memory holds only keys of which something happened lately."""
    clock = Seconds()
    window = MovingWindow(3, 10, clock)
    for number in range(100):
        window.seconds_to_wait(str(number))
    clock.now += SWEEP_EVERY_SECONDS + 1
    window.seconds_to_wait("one more")
    assert len(window) == 1
