"""What is said when a request reaches no handler, or a handler breaks: JSON to programs, a page to people."""

from __future__ import annotations

import logging

from sanic import Sanic, response
from sanic.exceptions import PayloadTooLarge, SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.web.channel import WebChannel
from bot.logs.safe import described, route_name
from bot.pages.rendering import Pages

logger = logging.getLogger(__name__)

WEB, PROGRAMS = "/web/", "/webhooks/"


def handle_failures(app: Sanic, web: WebChannel, pages: Pages) -> None:
    """Makes every failure an honest answer. What a person wrote never goes to the log."""

    @app.exception(Exception)
    async def failed(request: Request, error: Exception) -> HTTPResponse:
        status = getattr(error, "status_code", None) or 500
        if not isinstance(error, SanicException):
            logger.error("%s failed: %s", route_name(request), described(error))
        if request.path.startswith(WEB):
            return web.refuse(request, _code(error, status))
        if request.path.startswith(PROGRAMS):
            return response.json({"error": str(error) if status < 500 else "failed", "status": status}, status=status)
        return pages.failure(request, status)


def _code(error: Exception, status: int) -> str:
    if isinstance(error, PayloadTooLarge):
        return "too_large"
    return "bad_request" if status < 500 else "failed"
