"""Honest people: each asks one question after another, on the web or through the REST channel."""

from __future__ import annotations

import itertools
import time
from collections.abc import Sequence

import httpx

from bot.bench.soak.tally import Tally

REST_TOKEN = "the token of a soak run"
WAITING_SECONDS = 60
_addresses = (f"198.18.{high}.{low}" for high, low in itertools.product(range(256), range(1, 255)))


class Person:
    """One conversation. `questions` are asked in turn, each person beginning elsewhere."""

    def __init__(self, http: httpx.AsyncClient, number: int, questions: Sequence[str], tally: Tally):
        self.http, self.number, self._tally = http, number, tally
        self.headers = {"x-forwarded-for": next(_addresses)}
        self._questions = itertools.cycle(
            [*questions[number % len(questions) :], *questions[: number % len(questions)]]
        )
        self._sent = itertools.count(1)

    async def begin(self) -> None:
        """Whatever comes before the first question."""

    async def ask(self) -> None:
        """Asks the next question and counts what became of it."""
        began = time.perf_counter()
        try:
            answer = await self.send(next(self._questions))
            replies = self.read(answer) if answer.status_code == 200 else None
        except (httpx.HTTPError, ValueError, KeyError) as error:
            self._tally.lost(type(error).__name__)
            return
        if replies is None:
            self._tally.lost(f"status {answer.status_code}")
        else:
            self._tally.answered((time.perf_counter() - began) * 1000, replies)

    async def send(self, text: str) -> httpx.Response:
        """Sends a message."""
        raise NotImplementedError

    def read(self, answer: httpx.Response) -> list[dict]:
        """The replies in an answer."""
        raise NotImplementedError


class WebPerson(Person):
    """Somebody with the chat of a website."""

    async def begin(self) -> None:
        """Begins a chat."""
        self.headers["origin"] = str(self.http.base_url).rstrip("/")
        begun = await self.http.post("/web/session", json={}, headers=self.headers)
        begun.raise_for_status()
        self.headers["authorization"] = f"Bearer {begun.json()['token']}"

    async def send(self, text: str) -> httpx.Response:
        """Sends a message of the chat."""
        body = {"id": f"soak-{self.number:05d}-{next(self._sent):06d}", "text": text}
        return await self.http.post("/web/messages", json=body, headers=self.headers)

    def read(self, answer: httpx.Response) -> list[dict]:
        """The replies of the chat."""
        return answer.json()["replies"]


class RestPerson(Person):
    """Somebody behind a program that uses the REST channel."""

    async def send(self, text: str) -> httpx.Response:
        """Sends a message under this person's name."""
        body = {"sender": f"soak-{self.number}", "message": text}
        headers = {**self.headers, "authorization": f"Bearer {REST_TOKEN}"}
        return await self.http.post("/webhooks/rest/webhook", json=body, headers=headers)

    def read(self, answer: httpx.Response) -> list[dict]:
        """The reply objects."""
        return [one["custom"] for one in answer.json()]
