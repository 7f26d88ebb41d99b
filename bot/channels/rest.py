"""Rasa's REST channel, made honest: bad input is refused with a reason, and silence never happens."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint, response
from sanic.exceptions import InvalidUsage
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.web.door import Door
from bot.channels.web.errors import WebError
from bot.server.barrier import Barrier

LONGEST_SENDER = 200


class RestChannel(RestInput):
    """`POST /webhooks/rest/webhook` with `{"sender": "…", "message": "…"}`; answers a list of replies.

    For programs that may speak for anybody: whoever passes the barrier chooses the sender.
    """

    def __init__(self, barrier: Barrier, door: Door):
        self._barrier, self._door = barrier, door

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[None]]) -> Blueprint:
        """The channel's routes (called by Rasa)."""
        routes = Blueprint("rest_channel")

        @routes.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            return response.json({"status": "ok"}) if self._barrier.lets_in(request) else _refused()

        @routes.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            if not self._barrier.lets_in(request):
                return _refused()
            try:
                await self._door.rates.rest(self._door.address(request))
                sender, text = _read(request)
            except WebError as error:
                return _too_many(error)
            except ValueError as error:
                return response.json({"error": str(error)}, status=400)
            collector = CollectingOutputChannel()
            await on_new_message(UserMessage(text, collector, sender, input_channel=self.name()))
            return response.json(collector.messages)

        return routes


def _refused() -> HTTPResponse:
    said = "Only programs on this machine, or those with the token of REST_TOKEN, may use this channel."
    return response.json({"error": said}, status=401, headers={"www-authenticate": "Bearer"})


def _too_many(error: WebError) -> HTTPResponse:
    said = f"Too many messages from one address. Wait {error.retry_after} s."
    return response.json({"error": said}, status=error.status, headers={"retry-after": str(error.retry_after)})


def _read(request: Request) -> tuple[str, str]:
    """The sender and message of a request. Raises ValueError with what is wrong."""
    try:
        body = request.json
    except InvalidUsage:
        raise ValueError('The body is not JSON. Send {"sender": "…", "message": "…"} in UTF-8.') from None
    if not isinstance(body, dict) or "message" not in body:
        raise ValueError('The body lacks a message. Send {"sender": "…", "message": "…"}.')
    if not isinstance(body["message"], str):
        raise ValueError("The message must be a text.")
    sender = body.get("sender", "anonymous")
    if not isinstance(sender, str) or not 0 < len(sender) <= LONGEST_SENDER:
        raise ValueError(f"The sender must be a text of 1 to {LONGEST_SENDER} characters.")
    return sender, body["message"]
