"""What an update means to us, without anything that need not be kept."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from telegram import Bot, CallbackQuery, Chat, Message, MessageEntity, Update

from bot.channels.telegram.addressed import words_for_us

TEXT, PRESS, EDITED, JOINED, LEFT = "text", "press", "edited", "joined", "left"
KINDS = ("photo", "sticker", "voice", "audio", "video", "video_note", "animation", "document", "location", "contact")
"""Messages without words, as the Bot API names them. Nothing of what is in them is ever read."""
OTHER = "other"
PRIVATE, SUPERGROUP, CHANNEL = Chat.PRIVATE, Chat.SUPERGROUP, Chat.CHANNEL
GONE = ("kicked", "left")


@dataclass(frozen=True)
class Incoming:
    """One update as we keep it (sealed) until it is answered.

    `text` is what a person wrote to us, or the callback data of the button pressed. `pressed` is the message
    the button stood under: its id, its text and entities, whether it is a picture, the title of the button.
    """

    update_id: int
    kind: str
    chat_id: int
    chat_type: str = PRIVATE
    user_id: int | None = None
    message_id: int | None = None
    text: str = ""
    press_id: str | None = None
    pressed: dict[str, Any] | None = field(default=None)

    @property
    def is_private(self) -> bool:
        """True when it comes from one person's chat with us."""
        return self.chat_type == PRIVATE

    def as_json(self) -> str:
        """As text, to be sealed."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Incoming:
        """What `as_json` gave."""
        return cls(**json.loads(text))


def read_update(update: Update, me: Bot) -> Incoming | None:
    """What is to be done about an update; None when nothing is: a bot's words, a group's own talk, a channel."""
    if update.message:
        return _message(update.update_id, update.message, me)
    if update.edited_message:
        return _message(update.update_id, update.edited_message, me, EDITED)
    if update.callback_query:
        return _press(update.update_id, update.callback_query)
    change = update.my_chat_member
    if change is None or change.chat.type == CHANNEL:
        return None
    kind = LEFT if change.new_chat_member.status in GONE else JOINED
    if kind == JOINED and (change.chat.type == PRIVATE or change.old_chat_member.status not in GONE):
        return None
    return Incoming(update.update_id, kind, change.chat.id, change.chat.type)


def _message(update_id: int, message: Message, me: Bot, kind: str | None = None) -> Incoming | None:
    if message.from_user is None or message.from_user.is_bot or message.chat.type == CHANNEL:
        return None
    text = message.text or ""
    is_private = message.chat.type == PRIVATE
    if not is_private:
        text = words_for_us(message, me)
        if text is None:
            return None
    kind = kind or (TEXT if message.text else next((one for one in KINDS if getattr(message, one)), OTHER))
    if kind == OTHER and (not is_private or _is_about_the_chat(message)):
        return None
    kept = text if kind == TEXT else ""
    return Incoming(update_id, kind, message.chat.id, message.chat.type, message.from_user.id, message.message_id, kept)


def _is_about_the_chat(message: Message) -> bool:
    """Telegram's own notes, such as a pinned message or a timer for deletion."""
    return bool(message.pinned_message or message.message_auto_delete_timer_changed or message.new_chat_members)


def _press(update_id: int, query: CallbackQuery) -> Incoming | None:
    message = query.message
    if message is None or query.data is None:
        return None
    pressed = {"message_id": message.message_id, "title": "", "text": "", "entities": [], "media": False}
    if isinstance(message, Message):
        buttons = message.reply_markup.inline_keyboard if message.reply_markup else ()
        titles = (one.text for row in buttons for one in row if one.callback_data == query.data)
        pressed["title"] = next(titles, "")
        pressed["media"] = message.text is None
        pressed["text"] = message.text or message.caption or ""
        pressed["entities"] = [_entity(one) for one in message.entities or message.caption_entities]
    chat = message.chat
    return Incoming(update_id, PRESS, chat.id, chat.type, query.from_user.id, None, query.data, query.id, pressed)


def _entity(entity: MessageEntity) -> dict[str, Any]:
    return {"type": str(entity.type), "offset": entity.offset, "length": entity.length, "url": entity.url}
