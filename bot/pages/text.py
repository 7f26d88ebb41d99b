"""The text of replies as paragraphs and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from actions.desk import Desk
from knowledge.partial_date import PartialDate

_PHONE = re.compile(r"\b(?:999|111|116 \d{3}|0\d{2,4}(?: \d{3,4}){1,2})\b")
RIGHT_TO_LEFT = frozenset({"ur", "ar"})
"""The languages of replies that are written from right to left."""
_ITEM = re.compile(r"(?:- |(\d+)\. )(.+)")


@dataclass(frozen=True)
class Block:
    """A paragraph ("p"), a list ("ul") or a numbered list ("ol") with its lines."""

    kind: str
    lines: list[str]


def blocks(text: str) -> list[Block]:
    """The paragraphs and lists of a text, in order."""
    found: list[Block] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        item = _ITEM.fullmatch(line)
        kind = "p" if not item else "ol" if item.group(1) else "ul"
        if kind != "p" and found and found[-1].kind == kind:
            found[-1].lines.append(item.group(2))
        else:
            found.append(Block(kind, [item.group(2) if item else line]))
    return found


def without_sources(desk: Desk, reply: dict[str, Any]) -> str:
    """The text of a reply without its last part, the sources, which a page shows as links."""
    if not reply["sources"]:
        return reply["text"]
    general = desk.copy["general"]
    one, several = general["source"].partition("{")[0].strip(), general["sources"]
    starts = [reply["text"].rfind(f"\n{word}") for word in (one, several)]
    return reply["text"][: max(starts)] if max(starts) > 0 else reply["text"]


def date_words(iso: str) -> str:
    """A date as a person says it."""
    return PartialDate(iso).words()


def phone_links(text: str) -> Markup:
    """A text whose phone numbers can be tapped, for answers in which every second counts."""
    linked = _PHONE.sub(lambda found: f'<a href="tel:{found[0].replace(" ", "")}">{found[0]}</a>', str(escape(text)))
    return Markup(linked)


def direction(language: str) -> str:
    """Which way a language is written: "rtl" or "ltr". Panjabi is written in Gurmukhi here, from left to right."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"
