"""Lengths that Telegram allows, counted as it counts: in UTF-16 units after the markup is taken out.

The words of the refusals are those of telegram-bot-api and TDLib, or of Telegram's servers where those are in capitals.
"""

from __future__ import annotations

from tests.bot_api.errors import bad_request

MOST_BYTES_BEFORE_PARSING = 1 << 15
LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_CALLBACK_DATA = 64
LONGEST_CALLBACK_ANSWER = 200


def units(text: str) -> int:
    """Length in UTF-16 units: an emoji beyond the basic plane counts two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def check_text(text: str, too_long: str = "message is too long") -> None:
    """Raises 400 when a message's text, its markup taken out, is empty or too long."""
    if not text.strip():
        raise bad_request("text must be non-empty")
    if units(text) > LONGEST_TEXT:
        raise bad_request(too_long)


def check_caption(caption: str) -> None:
    """Raises 400 when a caption is too long."""
    if units(caption) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
