"""Telegram's HTML: its tags and entities, its errors, offsets counted as it counts them."""

from __future__ import annotations

import re

from tests.bot_api.errors import bad_request
from tests.bot_api.limits import units

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
    "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
TOKEN = re.compile(r"<(/?)([^\s>]*)([^>]*)>|<|&(#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);|[^<&]+|&")
HREF = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)


def parse_html(source: str) -> tuple[str, list[dict]]:
    """Text without tags, and the entities. Raises 400 in Telegram's words."""
    text, entities, open_tags = "", [], []
    for found in TOKEN.finditer(source):
        at = len(source[: found.start()].encode())
        closing, tag, rest, entity = found.groups()
        if entity:
            text += _character(entity, found.group())
        elif not found.group().startswith("<"):
            text += found.group()
        elif tag is None:
            raise _cannot(f"Unclosed start tag at byte offset {at}")
        elif not closing:
            if tag.lower() not in KINDS:
                raise _cannot(f'Unsupported start tag "{tag.lower()}" at byte offset {at}')
            open_tags.append((tag.lower(), units(text), rest))
        else:
            if not open_tags:
                raise _cannot(f"Unexpected end tag at byte offset {at}")
            name, start, attributes = open_tags.pop()
            if tag.lower() not in ("", name):
                raise _cannot(f'Unmatched end tag at byte offset {at}, expected "</{name}>", found "</{tag.lower()}>"')
            entities.append(_entity(name, start, units(text) - start, attributes))
    if open_tags:
        raise _cannot(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    return text.strip(), sorted((e for e in entities if e["length"]), key=lambda e: (e["offset"], -e["length"]))


def _cannot(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")


def _character(entity: str, written: str) -> str:
    if entity.startswith("#"):
        number = int(entity[2:], 16) if entity[1] in "xX" else int(entity[1:])
        return chr(number) if 0 < number < 0x10FFFF else written
    return NAMED.get(entity, written)


def _entity(tag: str, offset: int, length: int, attributes: str) -> dict:
    entity = {"type": KINDS[tag], "offset": offset, "length": length}
    if tag == "a":
        href = HREF.search(attributes)
        entity["url"] = next((value for value in href.groups() if value), "") if href else ""
    return entity
