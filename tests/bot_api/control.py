"""What tests do with the server: act as people, make trouble, read what was sent."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from tests.bot_api.failures import Trouble
from tests.bot_api.people import People
from tests.bot_api.sent import Sent, as_sent

WAITING_SECONDS = 10.0
LOOKING_EVERY = 0.01


class Control(People):
    """People's doings (from People), trouble, and what the bot did."""

    def fail_next(self, method: str = "*", count: int = 1, **how) -> None:
        """The next calls fail; `how` are the fields of Trouble: status, retry_after, drop, seconds, when, chat_id."""
        self.parts.failures.planned.append(Trouble(method, count, **how))

    def stop_failing(self) -> None:
        """No more trouble."""
        self.parts.failures.planned.clear()

    def flood_limits(self, on: bool = True, in_all: int = 30, burst: int = 3, in_group: int = 20) -> None:
        """Turns Telegram's flood limits on or off, with other numbers if wanted."""
        flood = self.parts.flood
        flood.on, flood.in_all, flood.burst, flood.in_group = on, in_all, burst, in_group

    def advance(self, seconds: float) -> None:
        """Moves the server's clock ahead."""
        self.parts.world.late += seconds

    def freeze_clock(self) -> None:
        """Holds the server's clock, so that only `advance` moves it."""
        self.parts.world.frozen = time.time()

    def privacy_mode(self, on: bool = True) -> None:
        """Whether a bot in a group gets only what is meant for it."""
        self.parts.world.privacy_mode = on

    def repeat_update(self, update_id: int) -> dict:
        """Delivers an update once more under the same id."""
        return self.parts.updates.repeat(update_id)

    def sent(self, chat: int | None = None) -> list[Sent]:
        """What the bot sent to one chat, or to all, in order."""
        chats = [chat] if chat is not None else list(self.parts.world.records)
        records = [r for number in chats for r in self.parts.world.records.get(number, {}).values() if r.from_bot]
        return [as_sent(record) for record in sorted(records, key=lambda record: record.at)]

    def count(self, chat: int | None = None) -> int:
        """How many messages the bot has sent to one chat, or to all."""
        sent_to = self.parts.world.sent_to
        return sum(sent_to.values()) if chat is None else sent_to.get(chat, 0)

    def conversation(self, chat: int) -> list[dict]:
        """All messages of a chat, from both sides, as they are now."""
        return [record.message for record in self.parts.world.records.get(chat, {}).values()]

    def calls(self, method: str | None = None) -> list[dict]:
        """Every call of a method, or of all but getUpdates: when, to which chat, with what status."""
        known = self.parts.world.calls
        return [vars(c) for c in known if c.method == method or (method is None and c.method != "getUpdates")]

    def presses(self) -> list[dict]:
        """Every pressed button, and what the bot answered."""
        return [vars(press) for press in self.parts.world.presses.values()]

    def actions(self, chat: int) -> list[str]:
        """What the bot was seen doing in a chat, such as typing."""
        return [action for number, action, _ in self.parts.world.actions if number == chat]

    def commands(self) -> dict[str, list]:
        """The commands set, by scope and language."""
        return dict(self.parts.world.commands)

    def about(self) -> dict[str, str]:
        """The descriptions set."""
        return dict(self.parts.world.about)

    def pending(self) -> int:
        """How many updates the bot has not confirmed."""
        return len(self.parts.updates.pending)

    def rates(self) -> dict:
        """The most messages in any second, in all and to one chat, and how many were refused as too fast."""
        flood = self.parts.flood
        by_chat = max(flood.fastest_by_chat.values(), default=0)
        return {"in_all": flood.fastest, "in_a_chat": by_chat, "refused": flood.refused}

    async def wait_for(self, count: int = 1, chat: int | None = None, timeout: float = WAITING_SECONDS) -> list[Sent]:
        """Waits until the bot has sent so many messages. Raises TimeoutError that says what there was."""
        await self.wait_until(lambda: self.count(chat) >= count, timeout, lambda: self._missing(count, chat))
        return self.sent(chat)

    async def wait_for_answer(self, press_id: str, timeout: float = WAITING_SECONDS) -> dict:
        """Waits until the bot has acknowledged a pressed button; gives what it said."""
        press = self.parts.world.presses[press_id]
        await self.wait_until(lambda: press.answered_at is not None, timeout, lambda: f"{press} was not acknowledged")
        return vars(press)

    async def wait_for_poll(self, timeout: float = WAITING_SECONDS) -> None:
        """Waits until a bot is waiting for updates. Raises TimeoutError."""
        await _look(lambda: self.parts.updates.is_polled, timeout, "no bot waits for updates")

    async def wait_until_confirmed(self, timeout: float = WAITING_SECONDS) -> None:
        """Waits until the bot has confirmed all updates. Raises TimeoutError."""
        await _look(lambda: not self.parts.updates.pending, timeout, f"{self.pending()} updates are not confirmed")

    async def wait_for_webhook_attempts(self, count: int, timeout: float = WAITING_SECONDS) -> None:
        """Waits until so many posts were tried. Raises TimeoutError."""
        await _look(lambda: len(self.parts.webhook.attempts) >= count, timeout, "too few posts to the webhook")

    async def wait_until(self, condition, timeout: float, complaint=lambda: "it did not happen") -> None:
        """Waits until a condition holds, looking whenever the bot did something."""
        async with self.parts.changed:
            try:
                await asyncio.wait_for(self.parts.changed.wait_for(condition), timeout)
            except asyncio.TimeoutError as error:
                raise TimeoutError(f"after {timeout} s: {complaint()}") from error

    def _missing(self, count: int, chat: int | None) -> str:
        sent = self.sent(chat)
        return f"{len(sent)} of {count} messages: {[message.text[:60] for message in sent[-5:]]}"


async def _look(condition: Callable[[], bool], timeout: float, complaint: str) -> None:
    for _ in range(int(timeout / LOOKING_EVERY)):
        if condition():
            return
        await asyncio.sleep(LOOKING_EVERY)
    raise TimeoutError(f"after {timeout} s: {complaint}")
