"""Updates on their way to the bot: kept until confirmed, handed to one long poll at a time."""

from __future__ import annotations

import asyncio

from tests.bot_api.errors import ApiError, conflict

LONGEST_POLL_SECONDS = 50
MOST_AT_ONCE = 100
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
NOT_BY_DEFAULT = ("chat_member", "message_reaction", "message_reaction_count")


class UpdateQueue:
    """Unconfirmed updates in order. An update leaves when a poll asks for a later one, or a webhook took it."""

    def __init__(self, first_id: int = 100_000_001) -> None:
        self.next_id = first_id
        self.pending: dict[int, dict] = {}
        self.delivered: dict[int, dict] = {}
        self.allowed: list[str] = []
        self.repeats: list[dict] = []
        self.arrived = asyncio.Event()
        self._poll: asyncio.Future | None = None

    def add(self, kind: str, content: dict) -> dict | None:
        """Queues an update; None when the bot has asked not to get its kind."""
        if (kind not in self.allowed) if self.allowed else (kind in NOT_BY_DEFAULT):
            return None
        update = {"update_id": self.next_id, kind: content}
        self.next_id += 1
        self.pending[update["update_id"]] = update
        self._wake()
        return update

    def repeat(self, update_id: int) -> dict:
        """Delivers an update once more, confirmed or not, under the same id. Raises KeyError for an unknown one."""
        update = self.pending.get(update_id) or self.delivered[update_id]
        self.repeats.append(update)
        self._wake()
        return update

    def confirm(self, before: int) -> None:
        """Forgets all updates with a lower id."""
        for update_id in [known for known in self.pending if known < before]:
            self.delivered[update_id] = self.pending.pop(update_id)

    def settle(self, update: dict) -> None:
        """Forgets one update that a webhook took."""
        if update in self.repeats:
            self.repeats.remove(update)
        else:
            self.delivered[update["update_id"]] = self.pending.pop(update["update_id"], update)

    async def poll(self, offset: int, limit: int, timeout: float) -> list[dict]:
        """Updates from `offset` on, waiting up to `timeout` seconds for the first. One that waits ends any other."""
        self.confirm(offset if offset >= 0 else ([*self.pending][offset:] or [0])[0])
        if not self.pending and not self.repeats and timeout > 0:
            self.end_poll(conflict(OTHER_POLLER))
            await self._wait(min(timeout, LONGEST_POLL_SECONDS))
        return self._take(max(1, min(limit, MOST_AT_ONCE)))

    def _take(self, limit: int) -> list[dict]:
        repeated, self.repeats = self.repeats, []
        return [*repeated, *self.pending.values()][:limit]

    def end_poll(self, reason: ApiError) -> None:
        """Makes the poll under way fail with this."""
        if self.is_polled:
            self._poll.set_exception(reason)

    @property
    def is_polled(self) -> bool:
        """Whether a poll is waiting now."""
        return self._poll is not None and not self._poll.done()

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(poll, seconds)
        except asyncio.TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None

    def _wake(self) -> None:
        self.arrived.set()
        if self.is_polled:
            self._poll.set_result(None)
