"""A pressed button: its message shows what was chosen, and its buttons go."""

from __future__ import annotations

from typing import Any

from bot.channels.telegram.incoming import Incoming
from bot.channels.telegram.parts import CHOSEN, Part
from bot.channels.telegram.splitting import LONGEST_CAPTION, LONGEST_MESSAGE, length


def show_choice(update: Incoming, copy: dict[str, Any]) -> list[Part]:
    """The change to the message whose button was pressed. Without room or title only its buttons go."""
    pressed = update.pressed or {}
    text = f"{pressed['text']}\n\n{copy['chosen'].format(title=pressed['title'])}"
    longest = LONGEST_CAPTION if pressed["media"] else LONGEST_MESSAGE
    fits = pressed["title"] and pressed["text"] and length(text) <= longest
    edits = {name: pressed[name] for name in ("message_id", "entities", "media")}
    return [Part(CHOSEN, update.chat_id, text if fits else "", edits=edits)]
