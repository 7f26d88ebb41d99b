"""The actions as a server of their own: rasa-sdk's executor behind two addresses, and nothing else of its server.

rasa-sdk's own server answers an error with the whole request, which is the tracker of a person, and writes it to
the log; it also lets any website read it. This one does neither.
"""

from __future__ import annotations

import json
import logging
import zlib
from typing import Any

from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.logs.safe import described

logger = logging.getLogger(__name__)

LARGEST_CALL = 1024 * 1024
"""Bytes of a call, also once unpacked: a tracker of ours holds slots and one message."""


class BadCall(ValueError):
    """A call that is not one of an assistant's."""


def build_action_app(package: str) -> Sanic:
    """The application. Errors say their kind only."""
    app = Sanic("send_actions", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = LARGEST_CALL
    app.config.FALLBACK_ERROR_FORMAT = "json"
    executor = ActionExecutor()
    executor.register_package(package)

    @app.get("/health")
    async def health(request: Request) -> HTTPResponse:
        return response.json({"status": "ok"})

    @app.post("/webhook")
    async def run(request: Request) -> HTTPResponse:
        return response.json(await executor.run(read_call(request.body, request.headers.get("content-encoding"))))

    @app.exception(Exception)
    async def failed(request: Request, error: Exception) -> HTTPResponse:
        status, said = _status(error)
        if status >= 500:
            logger.error("an action call failed: %s", described(error))
        return response.json({"error": said}, status=status)

    return app


def read_call(body: bytes, encoding: str | None) -> dict[str, Any]:
    """The call in a request, unpacked when it was packed. Raises BadCall."""
    try:
        if encoding == "deflate":
            unpacker = zlib.decompressobj()
            body = unpacker.decompress(body, LARGEST_CALL)
            if unpacker.unconsumed_tail:
                raise BadCall("too large once unpacked")
        call = json.loads(body)
    except (ValueError, zlib.error, RecursionError):
        raise BadCall("not a call of an assistant") from None
    if not isinstance(call, dict) or not isinstance(call.get("next_action"), str):
        raise BadCall("not a call of an assistant")
    return call


def _status(error: Exception) -> tuple[int, str]:
    if isinstance(error, BadCall):
        return 400, "not a call of an assistant"
    if isinstance(error, ActionNotFoundException):
        return 404, "no such action"
    if isinstance(error, ActionExecutionRejection):
        return 400, "rejected"
    status = getattr(error, "status_code", None) or 500
    return status, "failed" if status >= 500 else "refused"
