"""Telegram's HTML: its tags, its errors and its byte offsets. The behaviour is that of TDLib's `parse_html`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.bot_api.errors import ApiError, bad_request
from tests.bot_api.limits import units
from tests.bot_api.links import is_link

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
    "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]+)|#(\d+)|([a-zA-Z]+));?")
START = re.compile(r"<([^\s>]*)")
END = re.compile(r"</([^\s>]*)\s*(>?)")
ATTRIBUTE = re.compile(
    r"\s*([^\s=>]+)(?=[\s=>])(?:\s*(=)\s*(?:\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9.-]*)(?=[\s>]))|(?!\s*=))", re.DOTALL
)
CLOSE = re.compile(r"\s*>")


@dataclass
class OpenTag:
    """A tag that has begun; `at` is where in the text, in UTF-16 units."""

    name: str
    attributes: dict[str, str]
    at: int
    begin: int


class Reader:
    """Reads one text. `text` and `entities` are the result."""

    def __init__(self, source: str) -> None:
        self.source, self.position, self.text = source, 0, ""
        self.entities: list[dict] = []
        self.open: list[OpenTag] = []

    def read(self) -> None:
        """Reads to the end. Raises 400 in Telegram's words."""
        while self.position < len(self.source):
            if self.source.startswith("</", self.position):
                self._end_tag()
            elif self.source[self.position] == "<":
                self._start_tag()
            else:
                self._plain()
        if self.open:
            raise cannot(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')

    def _plain(self) -> None:
        found = CHARACTER.match(self.source, self.position)
        character = _decoded(found) if found else ""
        self.text += character or self.source[self.position]
        self.position = found.end() if character else self.position + 1

    def _start_tag(self) -> None:
        at = self._bytes()
        found = START.match(self.source, self.position)
        name = found.group(1).lower()
        if found.end() == len(self.source):
            raise cannot(f"Unclosed start tag at byte offset {at}")
        if name not in KINDS:
            raise cannot(f'Unsupported start tag "{name}" at byte offset {at}')
        self.position = found.end()
        attributes = self._attributes(name, at)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
        self.open.append(OpenTag(name, attributes, units(self.text), len(self.text)))

    def _attributes(self, tag: str, at: int) -> dict[str, str]:
        attributes = {}
        while not CLOSE.match(self.source, self.position):
            found = ATTRIBUTE.match(self.source, self.position)
            if found is None:
                raise cannot(f"Unclosed start tag at byte offset {at}")
            name, equals, *values = found.groups()
            if not equals and (tag, name) != ("blockquote", "expandable"):
                raise cannot(
                    f'Expected equal sign in declaration of an attribute of the tag "{tag}" at byte offset {at}'
                )
            attributes[name.lower()] = plain(next((value for value in values if value), ""))
            self.position = found.end()
        self.position = self.source.index(">", self.position) + 1
        return attributes

    def _end_tag(self) -> None:
        at = self._bytes()
        if not self.open:
            raise cannot(f"Unexpected end tag at byte offset {at}")
        found = END.match(self.source, self.position)
        if not found.group(2):
            raise cannot(f"Unclosed end tag at byte offset {at}")
        name, tag = found.group(1).lower(), self.open.pop()
        if name not in ("", tag.name):
            raise cannot(f'Unmatched end tag at byte offset {at}, expected "</{tag.name}>", found "</{name}>"')
        self.position = found.end()
        self._keep(tag)

    def _keep(self, tag: OpenTag) -> None:
        entity = {"type": KINDS[tag.name], "offset": tag.at, "length": units(self.text) - tag.at}
        if tag.name == "a":
            entity["url"] = tag.attributes.get("href") or self.text[tag.begin :]
            if not is_link(entity["url"]):
                return  # Telegram keeps the words and drops the link
        if tag.name == "blockquote" and "expandable" in tag.attributes:
            entity["type"] = "expandable_blockquote"
        if tag.name == "tg-emoji":
            entity["custom_emoji_id"] = tag.attributes.get("emoji-id", "")
        if entity["length"]:
            self.entities.append(entity)

    def _bytes(self) -> int:
        return len(self.source[: self.position].encode())


def parse_html(source: str) -> tuple[str, list[dict]]:
    """Text without tags, and its entities in order. Raises 400 in Telegram's words."""
    reader = Reader(source)
    reader.read()
    return reader.text, sorted(reader.entities, key=lambda entity: (entity["offset"], -entity["length"]))


def plain(text: str) -> str:
    """The text with its HTML characters decoded."""
    return CHARACTER.sub(lambda found: _decoded(found) or found.group(), text)


def cannot(reason: str) -> ApiError:
    """The refusal of a text whose markup can't be read."""
    return bad_request(f"can't parse entities: {reason}")


def _decoded(found: re.Match) -> str:
    hexadecimal, decimal, name = found.groups()
    if name:
        return NAMED.get(name, "")
    number = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(number) if 0 < number < 0x10FFFF else ""
