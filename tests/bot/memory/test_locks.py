"""One message of a person at a time."""

from __future__ import annotations

import asyncio

from bot.memory.locks import PersonLocks


async def test_messages_of_one_person_keep_their_order():
    """Messages of one person are worked on one after the other, in order of arrival."""
    locks, seen = PersonLocks(), []

    async def message(number: int) -> None:
        async with locks.lock("somebody"):
            seen.append(("in", number))
            await asyncio.sleep(0)
            seen.append(("out", number))

    await asyncio.gather(*(message(number) for number in range(5)))
    assert seen == [(what, number) for number in range(5) for what in ("in", "out")]


async def test_people_do_not_wait_for_each_other():
    """Two people's messages run side by side."""
    locks, both = PersonLocks(), asyncio.Event()

    async def first() -> None:
        async with locks.lock("first"):
            await both.wait()

    async def second() -> None:
        async with locks.lock("second"):
            both.set()

    await asyncio.wait_for(asyncio.gather(first(), second()), 5)


async def test_locks_of_quiet_people_are_dropped():
    """Nothing is kept of a person whose messages are done, even when one of them failed."""
    locks = PersonLocks()
    try:
        async with locks.lock("somebody"):
            raise RuntimeError
    except RuntimeError:
        pass
    assert locks._locks == {}
