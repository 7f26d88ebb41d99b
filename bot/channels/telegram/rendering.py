"""Reply objects as parts: Telegram's HTML, sources as links with dates, choices as buttons."""

from __future__ import annotations

import hashlib
import re
from html import escape
from typing import Any

from bot.channels.telegram.parts import MESSAGE, PHOTO, Part
from bot.channels.telegram.splitting import LONGEST_CAPTION, LONGEST_MESSAGE, length, split

LONGEST_DATA = 64
"""Bytes of callback data; Telegram refuses more."""
HASHED = "#"
DATE = r" \(([^()]*)\): "


def render(replies: list[dict[str, Any]], chat_id: int, reply_to: int | None = None) -> list[Part]:
    """Every reply as one part, or as several where it is too long for one."""
    parts = [part for reply in replies for part in _of_one(reply, chat_id)]
    if parts and reply_to:
        parts[0] = Part(**{**vars(parts[0]), "reply_to": reply_to})
    return parts


def _of_one(reply: dict[str, Any], chat_id: int) -> list[Part]:
    buttons = tuple((choice["title"], data_of(choice["payload"])) for choice in reply["choices"])
    pieces = split(reply["text"], LONGEST_MESSAGE)
    parts = [Part(MESSAGE, chat_id, html_of(piece, reply["sources"]), piece) for piece in pieces]
    image = reply["image"]
    if image and len(parts) == 1 and length(reply["text"]) <= LONGEST_CAPTION:
        parts = [Part(PHOTO, chat_id, parts[0].text, parts[0].plain, file=image["url"])]
    elif image:
        caption = split(image["alt"], LONGEST_CAPTION)[0]
        parts.insert(0, Part(PHOTO, chat_id, escape(caption, quote=False), caption, file=image["url"]))
    parts[-1] = Part(**{**vars(parts[-1]), "buttons": buttons})
    return parts


def html_of(text: str, sources: list[dict[str, Any]]) -> str:
    """The text with all of Telegram's marks escaped, and each source line as a link with its date."""
    safe = escape(text, quote=False)
    for source in sources:
        title, url = escape(source["title"], quote=False), escape(source["url"], quote=False)
        line = re.compile(re.escape(title) + DATE + re.escape(url) + r"(?=\s|$)")
        link = f'<a href="{escape(source["url"])}">{title}</a>'
        safe = line.sub(lambda found, link=link: f"{link} ({found[1]})", safe)
    return safe


def data_of(payload: str) -> str:
    """The callback data of a choice: its payload, which is an id already; a hash of it when it is too long."""
    if len(payload.encode()) <= LONGEST_DATA and not payload.startswith(HASHED):
        return payload
    return HASHED + hashlib.sha256(payload.encode()).hexdigest()[:32]


def payload_of(data: str, remembered: list[list[str | None]]) -> str | None:
    """The payload of pressed callback data; None when it stands for a choice that is no longer remembered.

    `remembered` is (title, payload, topic) of each choice of the conversation.
    """
    if not data.startswith(HASHED):
        return data
    return next((payload for _, payload, _ in remembered if payload and data_of(payload) == data), None)
