"""Groups and memberships: who blocks, who joins, what becomes of a group."""

from __future__ import annotations

from tests.bot_api.parts import Parts
from tests.bot_api.state import SUPERGROUP, Chat

FIRST_GROUP, FIRST_SUPERGROUP = -4_000_001, -1_001_000_000_001


class Memberships:
    """What happens to memberships. Each method gives the update it made, or None when the bot gets none."""

    parts: Parts

    def add_group(self, title: str = "Parents", kind: str = SUPERGROUP, bot_is: str = "member") -> int:
        """A group or supergroup with the bot in it, in silence; gives its id. See `add_bot` for joining one."""
        world = self.parts.world
        groups = sum(1 for chat in world.chats.values() if chat.id < 0)
        number = (FIRST_SUPERGROUP if kind == SUPERGROUP else FIRST_GROUP) - groups
        world.chats[number] = Chat(number, kind, title, bot_is)
        return number

    def block(self, user: int) -> dict | None:
        """Somebody blocks the bot."""
        self.parts.world.users[user].blocked = True
        return self._changed(user, user, "member", "kicked")

    def unblock(self, user: int) -> dict | None:
        """Somebody unblocks the bot."""
        self.parts.world.users[user].blocked = False
        return self._changed(user, user, "kicked", "member")

    def delete_account(self, user: int) -> None:
        """Somebody's account goes; the bot is told nothing."""
        self.parts.world.users[user].deleted = True

    def refuse_voice(self, user: int) -> None:
        """Somebody's settings refuse voice messages from now on."""
        self.parts.world.users[user].takes_voice = False

    def add_bot(self, user: int, chat: int) -> dict | None:
        """Somebody puts the bot into a group."""
        self.parts.world.chats[chat].bot_is = "member"
        return self._changed(user, chat, "left", "member")

    def remove_bot(self, user: int, chat: int) -> dict | None:
        """Somebody puts the bot out of a group."""
        self.parts.world.chats[chat].bot_is = "kicked"
        return self._changed(user, chat, "member", "kicked")

    def make_supergroup(self, chat: int) -> int:
        """A group becomes a supergroup; gives the new id. What is sent to the old one is refused with the new id."""
        old = self.parts.world.chats[chat]
        old.became = self.add_group(old.title)
        return old.became

    def _changed(self, user: int, chat: int, before: str, after: str) -> dict | None:
        world = self.parts.world
        states = [
            {"user": world.bot, "status": state} | ({"until_date": 0} if state == "kicked" else {})
            for state in (before, after)
        ]
        change = {
            "chat": world.chats[chat].as_telegram(world.users),
            "from": world.users[user].as_telegram(),
            "date": int(world.now()),
            "old_chat_member": states[0],
            "new_chat_member": states[1],
        }
        return self.parts.updates.add("my_chat_member", change)
