"""Parts of an answer: what is sent, one call of Telegram's each, as plain data that can be stored sealed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

MESSAGE, PHOTO, VOICE, CHOSEN = "message", "photo", "voice", "chosen"


@dataclass(frozen=True)
class Part:
    """One call. `text` is Telegram's HTML (of a message, or the caption of a photo).

    `plain` is the same without markup. `buttons` are rows of (title, callback data). `file` says which picture to
    draw, or what to read aloud; when it can't be made, `instead` (or the text itself) is said.
    A CHOSEN part changes the message that `edits` names, so that it shows what was chosen.
    """

    kind: str
    chat_id: int
    text: str = ""
    plain: str = ""
    buttons: tuple[tuple[str, str], ...] = ()
    file: str | None = None
    reply_to: int | None = None
    edits: dict[str, Any] | None = None
    instead: str = ""

    def keyboard(self) -> InlineKeyboardMarkup | None:
        """The buttons, one in a row: titles are too long to stand side by side on a phone."""
        rows = [[InlineKeyboardButton(title, callback_data=data)] for title, data in self.buttons]
        return InlineKeyboardMarkup(rows) if rows else None

    def without_file(self) -> Part:
        """The same as a message of words."""
        text = self.instead or self.text
        return replace(self, kind=MESSAGE, text=text, plain=self.instead or self.plain, file=None)

    def as_json(self) -> str:
        """As text, to be sealed."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Part:
        """What `as_json` gave."""
        made = json.loads(text)
        return cls(**{**made, "buttons": tuple(map(tuple, made["buttons"]))})
