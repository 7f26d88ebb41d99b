"""Running a soak: so many messages a second, whatever the server does meanwhile."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import httpx
import psutil

from bot.bench.soak.abuse import Abuser
from bot.bench.soak.people import REST_TOKEN, WAITING_SECONDS, Person, RestPerson, WebPerson
from bot.bench.soak.tally import Tally

SERVER = {"REST_CHANNEL": "on", "REST_TOKEN": REST_TOKEN, "TRUSTED_PROXIES": "127.0.0.1", "LOG_LEVEL": "WARNING"}
"""The settings a server is soaked with: people come from many addresses, as behind a proxy."""

ONE_IN = 10
"""One message in so many is harmful."""

REST_ONE_IN = 4
SEED = 20260629


@dataclass(frozen=True)
class Plan:
    """How long, how much, and from how many conversations."""

    seconds: float
    a_second: float = 20.0
    conversations: int = 200


async def soak(port: int, pid: int, plan: Plan, questions: Sequence[str], progress: Callable[[float], None]) -> Tally:
    """Soaks the server at this port. `pid` is its process, for its memory. `progress` is told the share done."""
    tally, chance, process = Tally(), random.Random(SEED), psutil.Process(pid)
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=plan.conversations)
    base = f"http://127.0.0.1:{port}"
    async with httpx.AsyncClient(base_url=base, timeout=WAITING_SECONDS, limits=limits) as http:
        people = [_person(http, number, questions, tally) for number in range(plan.conversations)]
        abuser = Abuser(http, port, chance, tally)
        for one in (*people, abuser):
            await one.begin()
        under_way: set[asyncio.Task] = set()
        began, number = time.monotonic(), 0
        while (gone := time.monotonic() - began) < plan.seconds:
            harmful = number % ONE_IN == ONE_IN - 1
            task = asyncio.create_task(abuser.harm() if harmful else people[number % len(people)].ask())
            under_way.add(task)
            task.add_done_callback(under_way.discard)
            number += 1
            if number % max(1, int(plan.a_second)) == 0:
                tally.memory.append((gone / plan.seconds, process.memory_info().rss / 1e6))
                progress(gone / plan.seconds)
            await asyncio.sleep(max(0.0, began + number / plan.a_second - time.monotonic()))
        await asyncio.gather(*under_way)
    tally.memory.append((1.0, process.memory_info().rss / 1e6))
    return tally


def _person(http: httpx.AsyncClient, number: int, questions: Sequence[str], tally: Tally) -> Person:
    kind = RestPerson if number % REST_ONE_IN == 0 else WebPerson
    return kind(http, number, questions, tally)
