"""What the server knows: people, chats, messages, pressed buttons, files. Plain data, Telegram's shapes."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass, field

DEFAULT_TOKEN = "123456789:local_bot_api_server_for_the_tests_"
SUPERGROUP = "supergroup"


@dataclass
class User:
    """Somebody on Telegram. `started`: has written to the bot, so that it may write to them."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = "en"
    started: bool = False
    blocked: bool = False
    takes_voice: bool = True
    deleted: bool = False

    def as_telegram(self) -> dict:
        """The User object of the Bot API."""
        user = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        more = {"username": self.username, "language_code": self.language_code}
        return user | {name: value for name, value in more.items() if value}


@dataclass
class Chat:
    """A private chat (its id is the person's), a group or a supergroup.

    `bot_is`: member, left or kicked. `became`: the id of the supergroup that a group was made into.
    """

    id: int
    type: str
    title: str | None = None
    bot_is: str = "member"
    became: int | None = None

    def as_telegram(self, users: dict[int, User]) -> dict:
        """The Chat object of the Bot API."""
        if self.type != "private":
            return {"id": self.id, "type": self.type, "title": self.title}
        user = users[self.id].as_telegram()
        return {"id": self.id, "type": "private"} | {k: user[k] for k in ("first_name", "username") if k in user}


@dataclass
class Record:
    """One message in a chat, from either side. `at`: when, in seconds; `edits`: the message after each edit."""

    message: dict
    at: float
    from_bot: bool
    method: str = ""
    source: str = ""
    parameters: dict = field(default_factory=dict)
    edits: list[dict] = field(default_factory=list)


@dataclass
class Press:
    """A pressed button: when, on what, and what the bot said to it."""

    id: str
    at: float
    chat_id: int
    message_id: int
    data: str
    answered_at: float | None = None
    answer: dict | None = None


@dataclass
class Call:
    """One call of a method as it ended: `status` is the HTTP status meant, `accepted` whether it took effect."""

    method: str
    at: float
    status: int
    chat_id: int | None
    accepted: bool
    description: str = ""


@dataclass
class World:
    """Everything. `late` moves the clock ahead, so that tests need not wait; `frozen` holds it."""

    token: str = DEFAULT_TOKEN
    late: float = 0.0
    frozen: float | None = None
    privacy_mode: bool = True
    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    records: dict[int, dict[int, Record]] = field(default_factory=lambda: defaultdict(dict))
    last_ids: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    sent_to: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    presses: dict[str, Press] = field(default_factory=dict)
    actions: list[tuple[int, str, float]] = field(default_factory=list)
    files: dict[str, dict] = field(default_factory=dict)
    commands: dict[str, list] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)

    @property
    def bot(self) -> dict:
        """The bot itself, as getMe says it."""
        number = int(self.token.split(":")[0])
        return {"id": number, "is_bot": True, "first_name": "SEND assistant", "username": "send_test_bot"}

    def now(self) -> float:
        """The time here, in seconds since 1970."""
        return (time.time() if self.frozen is None else self.frozen) + self.late

    def next_message_id(self, chat: Chat) -> int:
        """One rising row of ids for all private chats and small groups; a supergroup has its own."""
        row = chat.id if chat.type == SUPERGROUP else 0
        self.last_ids[row] += 1
        return self.last_ids[row]

    def add_message(self, chat: Chat, sender: dict, content: dict, from_bot: bool, **more) -> Record:
        """Puts a message into a chat."""
        now = self.now()
        head = {"message_id": self.next_message_id(chat), "from": sender, "date": int(now)}
        message = {**head, "chat": chat.as_telegram(self.users), **content}
        record = Record(message, now, from_bot, **more)
        self.records[chat.id][message["message_id"]] = record
        self.sent_to[chat.id] += from_bot
        return record

    def find(self, chat_id: int, message_id: int) -> Record | None:
        """The message with this id in this chat."""
        return self.records.get(chat_id, {}).get(message_id)
