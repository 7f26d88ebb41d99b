"""Sending what is due: a few notices at a time, each claimed before it is sent and settled after."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import sessionmaker

from actions.reply import Reply
from bot.memory.identity import Seal
from bot.notices.rate import Rate
from bot.notices.sender import Gone, NotReached, Refused, Sender, SlowDown, Unsure
from knowledge.clock import Clock, london_now
from knowledge.notices import outbox
from knowledge.notices.outbox import BLOCKED, FAILED, MOST_A_SECOND, NO_ADDRESS, Claimed, TooFast
from knowledge.notices.subscriptions import end_for_good
from knowledge.notices.writing import SENT

logger = logging.getLogger(__name__)

AT_ONCE = 8
"""Calls under way at the same time: enough for 25 a second at 300 ms each, and few are in doubt after a crash."""
FRESH_SECONDS, LONGEST_CALL_SECONDS = 10.0, 30.0
"""A claim not used within the first is left; with the longest call they stay well under `outbox.IN_DOUBT_AFTER`."""
BEFORE_LOOKING_SECONDS = 3.0
DOUBTS_EVERY_SECONDS = 15.0
LONGEST_PAUSE_SECONDS = 60.0
TOO_FAST_SECONDS = 0.05


class Pace(Protocol):
    """Lets calls through at the allowed rate (`bot.channels.telegram.pace.Pace`)."""

    async def wait(self) -> None:
        """Returns when the next call may go out."""


class Delivery:
    """Sends the notices of one channel. Any number of processes may do so at once.

    `sessions` makes sessions on the database, `seal` opens addresses, `each` is called with the result of each notice.
    """

    def __init__(
        self,
        sessions: sessionmaker,
        seal: Seal,
        sender: Sender,
        pace: Pace,
        clock: Clock = london_now,
        most_a_second: int = MOST_A_SECOND,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        each: Callable[[str], None] = lambda _: None,
    ):
        self._sessions, self._seal, self._sender, self._pace = sessions, seal, sender, pace
        self._clock, self._most, self._sleep, self._each = clock, most_a_second, sleep, each
        self._rate = Rate(most_a_second, sleep=sleep)
        self._paused_until, self._pauses = 0.0, 0
        self.results: Counter[str] = Counter()

    async def run_once(self) -> Counter[str]:
        """Decides what is in doubt, sends all that is due now, and gives how many notices met which end."""
        self.results = Counter()
        late = await self._in_database(outbox.settle_late, self._clock())
        self.results.update({"late": late} if late else {})
        await self.decide_doubts()
        sent = asyncio.Event()
        deciding = asyncio.create_task(self._keep_deciding(sent))
        try:
            await asyncio.gather(*(self._send_all() for _ in range(AT_ONCE)))
        finally:
            sent.set()
            await deciding
        return self.results

    async def _keep_deciding(self, sent: asyncio.Event) -> None:
        while not sent.is_set():
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(sent.wait(), DOUBTS_EVERY_SECONDS)
                return
            await self.decide_doubts()

    async def decide_doubts(self) -> None:
        """Finds out what became of the notices that a stopped process left claimed."""
        channel = self._sender.channel
        while row := await self._in_database(outbox.adopt, channel, self._clock()):
            if row.attempts <= outbox.MOST_LOOKS and await self._decide(row) is False:
                await self._in_database(outbox.put_back, row.id)

    async def _send_all(self) -> None:
        while True:
            await self._until_unpaused()
            await self._pace.wait()
            started = time.monotonic()
            try:
                row = await self._claim()
            except TooFast:
                await self._sleep(TOO_FAST_SECONDS)
                continue
            except OperationalError as failure:
                logger.error("the database could not be asked for notices: %s", type(failure).__name__)
                self._pause()
                continue
            if row is None:
                return
            if time.monotonic() - started < FRESH_SECONDS:  # else the claim is left: it may be taken for a dead one's
                await self._send(row)

    async def _claim(self) -> Claimed | None:
        floor = self._sender.highest_id()
        return await self._in_database(outbox.claim, self._sender.channel, self._clock(), floor, self._most)

    async def _send(self, row: Claimed) -> None:
        address = self._seal.open(row.address) if row.address else None
        if address is None:
            return await self._settle(row, NO_ADDRESS)
        try:
            await self._rate.wait()
            call = self._sender.send(address, _reply(row))
            message_id = await asyncio.wait_for(call, LONGEST_CALL_SECONDS)
        except SlowDown as asked:
            await self._in_database(outbox.release, row.id)
            self._pause(asked.seconds)
        except NotReached:
            await self._in_database(outbox.release, row.id)
            self._pause()
        except Gone:
            await self._settle(row, BLOCKED)
            await self._in_database(end_for_good, row.person, self._clock())
        except Refused:  # what the channel says can quote the message
            logger.error("a notice was refused: row %s", row.id)
            await self._settle(row, FAILED)
        except (Unsure, asyncio.TimeoutError):
            self._pause()
            await self._sleep(BEFORE_LOOKING_SECONDS)
            if await self._decide(row) is False:
                await self._in_database(outbox.try_later, row.id, row.attempts, self._clock())
        else:
            self._pauses = 0
            await self._settle(row, SENT, message_id)

    async def _decide(self, row: Claimed) -> bool | None:
        """Whether a notice in doubt went out; when it did, it is settled. None: nobody can tell, it stays in doubt."""
        address = self._seal.open(row.address) if row.address else None
        if address is None:
            await self._settle(row, NO_ADDRESS)
            return None
        there, message_id = await self._sender.went_out(address, _reply(row), row.floor or 0)
        if there:
            await self._settle(row, SENT, message_id)
        return there

    async def _settle(self, row: Claimed, result: str, message_id: int | None = None) -> None:
        await self._in_database(outbox.settle, row.id, result, self._clock(), message_id)
        self.results[result] += 1
        self._each(result)

    def _pause(self, seconds: float | None = None) -> None:
        """Holds all sending: as long as the channel asks, else longer each time until something gets through."""
        if seconds is None:
            self._pauses += 1
            seconds = min(2.0 ** (self._pauses - 1), LONGEST_PAUSE_SECONDS)
        self._paused_until = max(self._paused_until, time.monotonic() + seconds)

    async def _until_unpaused(self) -> None:
        while (left := self._paused_until - time.monotonic()) > 0:
            await self._sleep(left)

    async def _in_database(self, work: Callable[..., Any], *given: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(None, self._transaction, work, given)

    def _transaction(self, work: Callable[..., Any], given: tuple[Any, ...]) -> Any:
        with self._sessions.begin() as session:
            return work(session, *given)


def _reply(row: Claimed) -> dict[str, Any]:
    """The reply object of a notice, with every field that channels know today."""
    return Reply.from_json(json.loads(row.body)).as_json()
