"""`send-assistant notify`: send the notices that are due."""

from __future__ import annotations


def notify() -> None:
    """Sends the notices that are due."""
