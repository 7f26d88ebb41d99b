"""What a channel must be able to do so that notices can be sent on it."""

from __future__ import annotations

from typing import Any, Protocol


class SlowDown(Exception):
    """The channel asks to wait `seconds` before anything more is sent."""

    def __init__(self, seconds: float):
        self.seconds = seconds
        super().__init__(f"wait {seconds} s")


class Gone(Exception):
    """The person blocked us or has no account any more."""


class Refused(Exception):
    """The channel will never take this message."""


class NotReached(Exception):
    """The channel could not be reached: the message surely did not go out."""


class Unsure(Exception):
    """The connection broke, timed out or the channel failed inside: the message may have gone out."""


class Sender(Protocol):
    """Sends notices on one channel. `address` is a person's, unsealed; `reply` is a reply object as plain data."""

    channel: str

    def highest_id(self) -> int:
        """The highest message id known; 0 when the channel has none."""

    async def send(self, address: str, reply: dict[str, Any]) -> int | None:
        """Sends once; gives the message's id. Raises SlowDown, Gone, Refused, NotReached or Unsure."""

    async def went_out(self, address: str, reply: dict[str, Any], floor: int) -> tuple[bool | None, int | None]:
        """Whether a message in doubt went out, and its id; None when nobody can tell. Never sends anything."""
