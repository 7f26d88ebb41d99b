"""The text of a call with its markup turned into entities."""

from __future__ import annotations

from tests.bot_api.errors import bad_request
from tests.bot_api.html import parse_html
from tests.bot_api.parameters import Parameters


def formatted(given: Parameters, name: str, entities_name: str) -> tuple[str, list[dict]]:
    """Text without markup, and its entities. Raises 400 for markup that can't be read."""
    text = given.text(name) or ""
    mode = (given.text("parse_mode") or "").lower()
    if mode == "html":
        return parse_html(text)
    if mode:
        raise bad_request("unsupported parse_mode")
    return text.strip(), list(given.json(entities_name, "can't parse entities JSON object") or [])
