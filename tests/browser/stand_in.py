"""A stand-in for the assistant that speaks the web channel's contract with answers the real one gave."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import ROOT
from tests.browser.web_server import Answer, Request, serve

WIDGET = ROOT / "bot" / "widget" / "dist" / "send-assistant.js"
REPLIES = json.loads((Path(__file__).parent / "replies.json").read_text(encoding="utf-8"))
"""Replies of the real assistant, by the word a question holds."""
WORDS = {
    "die": "crisis",
    "outcome 2": "outcome",
    "findings": "findings",
    "improve": "findings",
    "newcastle": "newcastle",
}
PAYLOADS = {"ask:bot.easy_read": "easy", "ask:bot.standard": "bedford"}


class StandIn:
    """Sessions and turns in memory."""

    def __init__(self, origin: str):
        self.origin = origin
        self.sessions: dict[str, dict[str, list[dict]]] = {}

    def respond(self, request: Request) -> Answer:
        """Answers a call as the contract says."""
        allowed = {"Access-Control-Allow-Origin": self.origin, "Vary": "Origin"}
        if request.path == "/widget.js":
            return Answer(WIDGET.read_bytes(), "text/javascript", headers={"Access-Control-Allow-Origin": "*"})
        if request.path.endswith(".svg"):
            return Answer(DRAWING, "image/svg+xml", headers={"Cross-Origin-Resource-Policy": "cross-origin"})
        if request.method == "OPTIONS":
            methods = {"Access-Control-Allow-Methods": "GET, POST, DELETE"}
            wanted = {"Access-Control-Allow-Headers": "authorization, content-type", "Access-Control-Max-Age": "600"}
            return Answer(status=204, headers={**allowed, **methods, **wanted})
        status, data = self._call(request)
        return Answer(json.dumps(data).encode(), "application/json", status, allowed)

    def _call(self, request: Request) -> tuple[int, dict]:
        if request.headers.get("Origin", self.origin) != self.origin:
            return 403, error("wrong_origin")
        body = json.loads(request.body or b"{}")
        if request.path == "/web/session":
            token = secrets.token_urlsafe(16)
            self.sessions[token] = {}
            return 200, {
                "token": token,
                "expires_at": "2030-01-01",
                "limits": {"message": 2000},
                "replies": REPLIES["greeting"],
            }
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if token not in self.sessions:
            return 401, error("session_expired")
        return self._in_session(self.sessions, token, request, body)

    def _in_session(self, sessions: dict, token: str, request: Request, body: dict) -> tuple[int, dict]:
        if request.path == "/web/history":
            return 200, {"turns": [{"id": key, "replies": value} for key, value in sessions[token].items()]}
        if request.path == "/web/conversation":
            return 200, {"deleted": {"turns": len(sessions.pop(token))}}
        if request.path == "/web/feedback":
            return 200, {"thanks": "Thank you. That helps us."}
        turns = sessions[token]
        turns.setdefault(body["id"], replies_to(body))
        return 200, {"id": body["id"], "replies": turns[body["id"]]}


def replies_to(body: dict) -> list[dict]:
    """What the real assistant said to such a message."""
    if "choice" in body:
        return REPLIES[PAYLOADS.get(body["choice"], "findings")]
    name = next((name for word, name in WORDS.items() if word in body["text"].lower()), "bedford")
    return REPLIES[name]


def error(code: str, message: str = "") -> dict:
    """An error of the contract."""
    return {"error": {"code": code, "message": message}}


DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="400" height="300" fill="#eef4f4"/>'
    b'<rect x="60" y="90" width="70" height="170" fill="#0f5c63"/><rect x="165" y="40" width="70" height="220" '
    b'fill="#3b8d94"/><rect x="270" y="130" width="70" height="130" fill="#a34f2a"/></svg>'
)


@contextmanager
def stand_in(origin: str) -> Iterator[str]:
    """Runs a stand-in for pages of `origin`; gives its address."""
    with serve(StandIn(origin).respond) as port:
        yield f"http://127.0.0.1:{port}"
