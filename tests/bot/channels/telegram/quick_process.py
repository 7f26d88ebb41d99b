"""The channel as a process of its own, with an assistant that repeats at once what it was told."""

from __future__ import annotations

import asyncio
import sys

import yaml

from bot.engine import quiet

quiet.prepare()

from actions.desk import COPY, Desk, use  # noqa: E402
from actions.reply import Reply  # noqa: E402
from bot.channels.telegram.channel import TelegramChannel  # noqa: E402
from bot.channels.telegram.pace import Pace  # noqa: E402
from bot.settings import get_settings  # noqa: E402
from knowledge.store import KnowledgeStore  # noqa: E402


class Memory:
    """Remembers nothing beyond the process."""

    def __init__(self):
        self._states: dict[str, dict] = {}

    def remembered(self, sender: str) -> dict:
        """What is remembered of a conversation."""
        return self._states.get(sender, {})

    def begin(self, sender: str, slots: dict) -> None:
        """Starts a conversation."""
        self._states[sender] = slots

    def forget(self, sender: str) -> None:
        """Forgets a conversation."""
        self._states.pop(sender, None)


class Parrot:
    """Says what it was told."""

    def __init__(self):
        self.tracker_store = Memory()

    async def handle_message(self, message) -> None:
        """Answers a message with its own words."""
        reply = Reply(f"You said: {message.text}", None)
        await message.output_channel.send_custom_json(message.sender_id, reply.as_json())


async def main(a_second: float) -> None:
    """Runs until it is killed."""
    settings = get_settings()
    copy = {name: yaml.safe_load((COPY / f"{name}.yml").read_text("utf-8")) for name in ("telegram", "general")}
    use(Desk(KnowledgeStore(settings.database_url), {}, {}, copy))
    await TelegramChannel(Parrot(), settings, Pace(a_second)).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1])))
