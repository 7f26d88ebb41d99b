"""What people do: write, send things, press buttons."""

from __future__ import annotations

import re
import uuid

from tests.bot_api import made_files
from tests.bot_api.files import as_content, described, keep
from tests.bot_api.groups import Memberships
from tests.bot_api.limits import units
from tests.bot_api.parts import Parts
from tests.bot_api.state import Chat, Press, User

FIRST_USER = 5_000_001
MARKS = re.compile(
    r"(?P<bot_command>(?<!\S)/[A-Za-z0-9_]{1,64}(?:@\w+)?)|(?P<mention>(?<!\w)@\w{4,})|(?P<url>https?://\S+)"
)


class People(Memberships):
    """Everything that people can do, as methods. Each gives the update it made, or None when the bot gets none."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts

    def add_user(self, first_name: str = "Ana", user_id: int | None = None, username: str | None = None,
                 language_code: str | None = "en", started: bool = True) -> int:  # fmt: skip
        """Somebody new with a private chat; gives their id, which is the chat's too."""
        world = self.parts.world
        number = user_id or FIRST_USER + len(world.users)
        world.users[number] = User(number, first_name, username, language_code, started)
        world.chats[number] = Chat(number, "private")
        return number

    def text(self, user: int, text: str, chat: int | None = None, reply_to: int | None = None) -> dict | None:
        """Somebody writes, in their private chat or in a group."""
        return self._say(user, {"text": text, **_entities(text)}, chat, reply_to)

    def edit(self, user: int, message_id: int, text: str, chat: int | None = None) -> dict | None:
        """Somebody edits what they wrote."""
        world = self.parts.world
        record = world.records[chat or user][message_id]
        record.edits.append({"message": record.message, "at": world.now()})
        kept = {name: value for name, value in record.message.items() if name != "entities"}
        record.message = {**kept, "text": text, **_entities(text), "edit_date": int(world.now())}
        return self.parts.updates.add("edited_message", record.message)

    def photo(self, user: int, caption: str = "", chat: int | None = None) -> dict | None:
        """Somebody sends a photo."""
        return self._say(user, {**self._file("photo", made_files.photo()), **_caption(caption)}, chat)

    def voice(self, user: int, seconds: int = 3, chat: int | None = None) -> dict | None:
        """Somebody sends a voice note."""
        return self._say(user, self._file("voice", made_files.voice(), seconds), chat)

    def document(self, user: int, name: str = "plan.pdf", caption: str = "", chat: int | None = None) -> dict | None:
        """Somebody sends a file."""
        return self._say(user, {**self._file("document", made_files.document(name)), **_caption(caption)}, chat)

    def sticker(self, user: int, emoji: str = "🙂", chat: int | None = None) -> dict | None:
        """Somebody sends a sticker."""
        ids = described(keep(self.parts.world, "document", made_files.document("sticker.webp")))
        shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._say(user, {"sticker": {**ids, **shape, "emoji": emoji}}, chat)

    def location(self, user: int, latitude: float = 52.13, longitude: float = -0.46,
                 chat: int | None = None) -> dict | None:  # fmt: skip
        """Somebody shares where they are."""
        return self._say(user, {"location": {"latitude": latitude, "longitude": longitude}}, chat)

    def contact(self, user: int, phone_number: str = "+441632960001", first_name: str = "Sam",
                chat: int | None = None) -> dict | None:  # fmt: skip
        """Somebody shares a contact."""
        return self._say(user, {"contact": {"phone_number": phone_number, "first_name": first_name}}, chat)

    def content(self, user: int, content: dict, chat: int | None = None) -> dict | None:
        """Somebody sends any other kind of message: its fields as the Bot API names them."""
        return self._say(user, content, chat)

    def press(self, user: int, message_id: int, button: str, chat: int | None = None) -> dict | None:
        """Somebody presses a button, named by its label or its callback_data. Raises ValueError when it isn't there."""
        world = self.parts.world
        message = world.records[chat or user][message_id].message
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = [b for row in rows for b in row if "callback_data" in b]
        data = next((b["callback_data"] for b in buttons if button in (b["text"], b["callback_data"])), None)
        if data is None:
            raise ValueError(f"message {message_id} has no button {button!r}, only {[b['text'] for b in buttons]}")
        press = Press(str(uuid.uuid4().int >> 64), world.now(), chat or user, message_id, data)
        world.presses[press.id] = press
        sender = world.users[user].as_telegram()
        query = {"id": press.id, "from": sender, "message": message, "chat_instance": str(chat or user), "data": data}
        return self.parts.updates.add("callback_query", query)

    def _file(self, kind: str, upload: made_files.Upload, seconds: int = 0) -> dict:
        return as_content(kind, keep(self.parts.world, kind, upload), seconds)

    def _say(self, user: int, content: dict, chat: int | None = None, reply_to: int | None = None) -> dict | None:
        world = self.parts.world
        where = world.chats[chat or user]
        if where.type == "private":
            world.users[user].started = True
        replied = world.records[where.id][reply_to].message if reply_to else None
        head = {"reply_to_message": replied} if replied else {}
        record = world.add_message(where, world.users[user].as_telegram(), {**head, **content}, False)
        if where.type != "private" and (where.bot_is != "member" or not self._for_bot(record.message)):
            return None
        return self.parts.updates.add("message", record.message)

    def _for_bot(self, message: dict) -> bool:
        """In privacy mode a bot in a group gets commands, replies to it and messages that name it."""
        words = message.get("text") or message.get("caption") or ""
        own = self.parts.world.bot
        replied = message.get("reply_to_message", {}).get("from", {}).get("id") == own["id"]
        named = "@" + own["username"].lower() in words.lower()
        command = words.startswith("/") and "@" not in words.split()[0]
        return not self.parts.world.privacy_mode or replied or named or command


def _caption(caption: str) -> dict:
    return {"caption": caption} if caption else {}


def _entities(text: str) -> dict:
    found = [
        {
            "type": mark.lastgroup,
            "offset": units(text[: mark.start()]),
            "length": units(mark.group()),
        }
        for mark in MARKS.finditer(text)
    ]
    return {"entities": found} if found else {}
