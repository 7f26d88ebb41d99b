"""Talking to a running server and timing it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from subprocess import Popen

import httpx
import psutil

from bot.bench.sides import Side, SideFailed

STARTING_SECONDS = 300
AT_ONCE = 8
WINDOW = 9
"""Messages around the 5th and the 500th whose median is compared."""


@dataclass(frozen=True)
class Speed:
    """Figures of one server. Times in milliseconds, memory in MB."""

    startup_seconds: float
    memory: float
    median: float
    percentile_95: float
    per_second: float
    message_5: float
    message_500: float


def measure(side: Side, questions: Sequence[str], step) -> Speed:
    """Starts a side, measures it and stops it. `step` is called with what is being done."""
    step(f"{side.name}: starting")
    started = time.perf_counter()
    process = side.start()
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{side.port}", timeout=60) as client:
            _wait(client, process, side, questions[0])
            startup = time.perf_counter() - started
            for number, question in enumerate(questions[:20]):
                _ask(client, f"warm-{number}", question)
            step(f"{side.name}: one at a time")
            times = [_ask(client, f"one-{number}", question) for number, question in enumerate(questions)]
            step(f"{side.name}: {AT_ONCE} at once")
            per_second = asyncio.run(_at_once(side.port, questions))
            memory = _memory(process)
            step(f"{side.name}: a conversation of 500 messages")
            early, late = _long_conversation(client, questions)
        return Speed(startup, memory, median(times), quantiles(times, n=20)[-1], per_second, early, late)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _ask(client: httpx.Client, sender: str, message: str, must_reply: bool = False) -> float:
    """Milliseconds for one message, over HTTP, reply read. Silence is an answer too, but not at the start."""
    began = time.perf_counter()
    answer = client.post("/webhooks/rest/webhook", json={"sender": sender, "message": message})
    answer.raise_for_status()
    if must_reply and not answer.json():
        raise SideFailed(f"no reply to {message!r}")
    return (time.perf_counter() - began) * 1000


def _wait(client: httpx.Client, process: Popen, side: Side, question: str) -> None:
    for _ in range(STARTING_SECONDS * 20):
        if process.poll() is not None:
            raise SideFailed(f"{side.name} stopped while starting; see {side.folder / f'{side.port}.log'}")
        try:
            _ask(client, "first", question, must_reply=True)
            return
        except (httpx.TransportError, httpx.HTTPStatusError, SideFailed):
            time.sleep(0.05)
    raise SideFailed(f"{side.name} did not answer within {STARTING_SECONDS} s")


async def _at_once(port: int, questions: Sequence[str]) -> float:
    """Replies a second with several people asking all the time."""
    waiting = list(enumerate(questions))
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:

        async def person() -> None:
            while waiting:
                number, question = waiting.pop()
                body = {"sender": f"many-{number}", "message": question}
                (await client.post("/webhooks/rest/webhook", json=body)).raise_for_status()

        began = time.perf_counter()
        await asyncio.gather(*(person() for _ in range(AT_ONCE)))
        return len(questions) / (time.perf_counter() - began)


def _long_conversation(client: httpx.Client, questions: Sequence[str]) -> tuple[float, float]:
    """Median milliseconds around message 5 and around message 500 of one conversation.

    The same question is asked in both windows, so that only the length of the conversation differs.
    """
    asked = "has Kent been inspected"
    _ask(client, "long", asked)
    early = [_ask(client, "long", asked) for _ in range(WINDOW)]
    for number in range(500 - WINDOW - 5):
        _ask(client, "long", questions[number % len(questions)])
    late = [_ask(client, "long", asked) for _ in range(WINDOW)]
    return median(early), median(late)


def _memory(process: Popen) -> float:
    """Resident memory of a process and its children, in MB."""
    parent = psutil.Process(process.pid)
    return sum(one.memory_info().rss for one in (parent, *parent.children(recursive=True))) / 1e6
