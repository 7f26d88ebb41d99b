"""Somebody who uses the web channel, as the widget does."""

from __future__ import annotations

import itertools
from typing import Any

import httpx

CHARITY = "https://charity.example"
_numbers = itertools.count(1)


def new_id() -> str:
    """A message id that no test has used."""
    return f"message-{next(_numbers):06d}"


class Visitor:
    """A session on one website. `origin` is that website."""

    def __init__(self, http: httpx.Client, origin: str = CHARITY, **body: Any):
        self.http, self.origin = http, origin
        self.begun = http.post("/web/session", json=body, headers={"origin": origin}).json()
        self.token = self.begun["token"]

    @property
    def headers(self) -> dict[str, str]:
        """What each request carries."""
        return {"origin": self.origin, "authorization": f"Bearer {self.token}"}

    def send(self, text: str | None = None, message_id: str | None = None, **body: Any) -> httpx.Response:
        """Sends a message; other parts of the body can be given by name."""
        said = {"text": text} if text is not None else {}
        return self.http.post(
            "/web/messages", json={"id": message_id or new_id(), **said, **body}, headers=self.headers
        )

    def say(self, text: str, **body: Any) -> list[dict[str, Any]]:
        """Sends a message that must be answered. Returns the replies."""
        answer = self.send(text, **body)
        assert answer.status_code == 200, answer.text
        return answer.json()["replies"]

    def history(self) -> list[dict[str, Any]]:
        """The turns the server still has."""
        return self.http.get("/web/history", headers=self.headers).json()["turns"]

    def clear(self) -> dict[str, Any]:
        """Clears the chat. Returns what was deleted."""
        return self.http.delete("/web/conversation", headers=self.headers).json()["deleted"]

    def rate(self, message_id: str, useful: Any) -> httpx.Response:
        """Says whether an answer was useful."""
        return self.http.post("/web/feedback", json={"id": message_id, "useful": useful}, headers=self.headers)


def error_of(answer: httpx.Response) -> tuple[int, str]:
    """The status and code of a refusal, which must be in kind words."""
    error = answer.json()["error"]
    assert len(error["message"].split()) >= 5
    return answer.status_code, error["code"]
