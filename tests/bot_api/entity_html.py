"""A message's text and entities as HTML for our own page, everything else escaped."""

from __future__ import annotations

from markupsafe import Markup, escape

TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "expandable_blockquote": "blockquote", "spoiler": "span",
}  # fmt: skip


def as_html(text: str, entities: list[dict]) -> Markup:
    """The text with its entities as tags. Offsets are in UTF-16 units."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    marks: dict[int, list[tuple[int, int, str]]] = {}
    for entity in entities:
        opening, closing = _tags(entity, encoded)
        start, end = entity["offset"], entity["offset"] + entity["length"]
        marks.setdefault(start, []).append((1, -end, opening))
        marks.setdefault(end, []).append((0, -start, closing))
    written, last = Markup(), 0
    for place in sorted(marks):
        written += escape(_part(encoded, last, place))
        written += Markup("".join(tag for *_order, tag in sorted(marks[place])))
        last = place
    return written + escape(_part(encoded, last, len(encoded) // 2))


def _part(encoded: bytes, start: int, end: int) -> str:
    return encoded[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def _tags(entity: dict, encoded: bytes) -> tuple[str, str]:
    kind = entity["type"]
    if kind in ("text_link", "url"):
        link = entity.get("url") or _part(encoded, entity["offset"], entity["offset"] + entity["length"])
        return f'<a rel="noreferrer" href="{escape(link)}">', "</a>"
    tag = TAGS.get(kind)
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")
