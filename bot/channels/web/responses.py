"""The JSON answers of the channel: kind errors, and CORS headers for the one website that asked."""

from __future__ import annotations

from typing import Any

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from actions.desk import Desk
from actions.replies.greeting import counted
from bot.channels.web.errors import WebError

METHODS = "GET, POST, DELETE"
HEADERS = "Authorization, Content-Type"
PREFLIGHT_SECONDS = "7200"


def reply(data: dict[str, Any], status: int = 200) -> HTTPResponse:
    """A JSON answer that nobody may keep."""
    return response.json(data, status=status, headers={"cache-control": "no-store"}, ensure_ascii=False)


def refusal(error: WebError, desk: Desk, longest: int) -> HTTPResponse:
    """The error of the contract, in kind words."""
    copy = desk.copy["web"]["errors"]
    wait = counted(copy["seconds"], error.retry_after or 0)
    body: dict[str, Any] = {"code": error.code, "message": copy[error.code].format(longest=longest, wait=wait)}
    if error.retry_after is not None:
        body["retry_after"] = error.retry_after
    answer = reply({"error": body}, error.status)
    if error.retry_after is not None:
        answer.headers["retry-after"] = str(error.retry_after)
    return answer


def preflight() -> HTTPResponse:
    """The answer to a browser that asks first whether a website may send."""
    headers = {
        "access-control-allow-methods": METHODS,
        "access-control-allow-headers": HEADERS,
        "access-control-max-age": PREFLIGHT_SECONDS,
    }
    return response.empty(headers=headers)


def share(answer: HTTPResponse, request: Request, admitted: bool) -> HTTPResponse:
    """Lets the asking website read the answer, when it was admitted; caches keep websites apart."""
    answer.headers["vary"] = "Origin"
    if admitted and "origin" in request.headers:
        answer.headers["access-control-allow-origin"] = request.headers["origin"]
        answer.headers["access-control-expose-headers"] = "Retry-After"
    return answer
