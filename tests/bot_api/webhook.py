"""Delivery of updates by POST. The order within a chat is kept; chats go side by side."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import aiohttp

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
FIRST_WAIT, LONGEST_WAIT = 0.05, 1.0
ANSWER_SECONDS = 30


@dataclass
class Webhook:
    """Where updates go while an address is set."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    last_error: str = ""
    last_error_date: int = 0
    attempts: list[int] = field(default_factory=list)

    async def run(self, parts) -> None:
        """Delivers what is pending, for as long as the server runs."""
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS)) as client:
            busy: dict[object, asyncio.Task] = {}
            while True:
                await parts.updates.arrived.wait()
                parts.updates.arrived.clear()
                if not self.url:
                    continue
                for key, rows in by_chat(parts.updates).items():
                    if key not in busy or busy[key].done():
                        busy[key] = asyncio.create_task(self._deliver(client, parts, rows))

    async def _deliver(self, client: aiohttp.ClientSession, parts, rows: list[dict]) -> None:
        for update in rows:
            wait = FIRST_WAIT
            while self.url and not await self._post(client, parts, update):
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
            if not self.url:
                return
            parts.updates.settle(update)
        parts.updates.arrived.set()

    async def _post(self, client: aiohttp.ClientSession, parts, update: dict) -> bool:
        headers = {SECRET_HEADER: self.secret_token} if self.secret_token else {}
        try:
            async with client.post(self.url, json=update, headers=headers) as answer:
                self.attempts.append(answer.status)
                if 200 <= answer.status < 300:
                    return True
                self.last_error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (aiohttp.ClientError, asyncio.TimeoutError):
            self.attempts.append(0)
            self.last_error = "Connection refused"
        self.last_error_date = int(parts.world.now())
        return False


def by_chat(updates) -> dict[object, list[dict]]:
    """Pending and repeated updates, grouped by the chat they belong to."""
    groups: dict[object, list[dict]] = {}
    for update in [*updates.repeats, *updates.pending.values()]:
        content = next(value for name, value in update.items() if name != "update_id")
        chat = content.get("chat") or content.get("message", {}).get("chat") or content["from"]
        groups.setdefault(chat["id"], []).append(update)
    return groups
