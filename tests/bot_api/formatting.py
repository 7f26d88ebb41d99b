"""The text of a call with its markup turned into entities."""

from __future__ import annotations

from tests.bot_api.errors import ApiError, bad_request
from tests.bot_api.html import parse_html
from tests.bot_api.limits import MOST_BYTES_BEFORE_PARSING, units
from tests.bot_api.parameters import Parameters

MODES = ("html", "markdown", "markdownv2")


def formatted(given: Parameters, name: str, entities_name: str) -> tuple[str, list[dict]]:
    """Text without markup and without space round it, and its entities. Raises 400 for markup that can't be read."""
    text = given.text(name) or ""
    if len(text.encode()) > MOST_BYTES_BEFORE_PARSING:
        raise bad_request("text is too long")
    mode = (given.text("parse_mode") or "").strip().lower()
    if mode not in ("", "none", *MODES):
        raise bad_request("unsupported parse_mode")
    if mode in MODES[1:]:
        raise ApiError(501, "Not Implemented: this local server reads HTML only, as the assistant writes nothing else")
    if mode == "html":
        return _trimmed(*parse_html(text))
    return _trimmed(text, list(given.json(entities_name, "can't parse entities JSON object") or []))


def _trimmed(text: str, entities: list[dict]) -> tuple[str, list[dict]]:
    kept = text.strip()
    before = units(text[: len(text) - len(text.lstrip())])
    cut = [_cut(entity, before, units(kept)) for entity in entities]
    return kept, [entity for entity in cut if entity["length"] > 0]


def _cut(entity: dict, before: int, length: int) -> dict:
    start = max(entity["offset"] - before, 0)
    end = min(entity["offset"] + entity["length"] - before, length)
    return {**entity, "offset": start, "length": end - start}
