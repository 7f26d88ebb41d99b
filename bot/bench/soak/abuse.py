"""Those who mean no good: junk, floods, forged tokens, and connections dropped half-way."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable

import httpx

from bot.bench.soak.people import WebPerson
from bot.bench.soak.tally import Tally

FLOOD = 30
"""Messages of a flood, all at once: twice what one chat may send in a minute."""

JUNK = (
    "",
    "\u0000\u0007",
    "😀" * 50,
    "\u202e\u200b\u2066",
    "/restart",
    '/SetSlots{"areas":["E06000055"]}',
    "x" * 30_000,
)


class Abuser:
    """Does one harmful thing at a time. `chance` decides which, the same in every run."""

    def __init__(self, http: httpx.AsyncClient, port: int, chance: random.Random, tally: Tally):
        self._http, self._port, self._chance, self._tally = http, port, chance, tally
        self._flooder = WebPerson(http, 99_999, ["hello"], Tally())

    async def begin(self) -> None:
        """Gets a chat to flood."""
        await self._flooder.begin()

    async def harm(self) -> None:
        """One harmful thing. What the server says to it is counted, never judged here."""
        kinds: dict[str, Callable[[], Awaitable[str]]] = {
            "junk": self._junk,
            "not json": self._not_json,
            "forged token": self._forged,
            "too large": self._too_large,
            "flood": self._flood,
            "dropped": self._dropped,
            "half a request": self._half_a_request,
        }
        kind = self._chance.choice(list(kinds))
        try:
            said = await kinds[kind]()
        except (httpx.HTTPError, OSError) as error:
            said = type(error).__name__
        self._tally.abuse[f"{kind}: {said}"] += 1

    async def _junk(self) -> str:
        return str((await self._flooder.send(self._chance.choice(JUNK))).status_code)

    async def _not_json(self) -> str:
        body = self._chance.randbytes(200)
        return str((await self._http.post("/web/messages", content=body, headers=self._flooder.headers)).status_code)

    async def _forged(self) -> str:
        headers = {**self._flooder.headers, "authorization": f"Bearer {self._chance.randbytes(40).hex()}"}
        return str((await self._http.get("/web/history", headers=headers)).status_code)

    async def _too_large(self) -> str:
        answer = await self._http.post("/web/messages", content=b"x" * 100_000, headers=self._flooder.headers)
        return str(answer.status_code)

    async def _flood(self) -> str:
        sent = await asyncio.gather(*(self._flooder.send("hello") for _ in range(FLOOD)))
        return f"{sum(answer.status_code == 429 for answer in sent)} of {FLOOD} refused"

    async def _dropped(self) -> str:
        """Asks like an honest person and hangs up before the answer."""
        asking = asyncio.create_task(self._flooder.send("has kent been inspected"))
        await asyncio.sleep(0.002)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        return "hung up"

    async def _half_a_request(self) -> str:
        """Says that more is coming, and hangs up."""
        _, writer = await asyncio.open_connection("127.0.0.1", self._port)
        writer.write(b"POST /web/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 5000\r\n\r\n{")
        await writer.drain()
        writer.transport.abort()
        return "hung up"
