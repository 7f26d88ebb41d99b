"""`WebChannel`: the routes under /web that the widget talks to."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from actions.desk import the_desk
from actions.replies import greeting
from bot.channels.web.answering import Answering
from bot.channels.web.bodies import FeedbackBody, MessageBody, SessionBody, read_body
from bot.channels.web.door import Door
from bot.channels.web.errors import WebError
from bot.channels.web.responses import preflight, refusal, reply, share
from bot.channels.web.turns import Turns
from bot.guard.text import guard
from bot.logs.safe import described, route_name
from bot.settings import Settings

logger = logging.getLogger(__name__)

Handler = Callable[[Request], Awaitable[dict[str, Any]]]


class WebChannel(InputChannel):
    """The web chat. Every request gets an answer: what was asked for, or an error that says what to do."""

    def __init__(self, agent, door: Door, turns: Turns, settings: Settings):
        self._agent, self._door, self._turns, self._settings = agent, door, turns, settings
        self._desk, self._memory = the_desk(), agent.tracker_store

    @classmethod
    def name(cls) -> str:
        """The channel's name, which its addresses begin with (called by Rasa)."""
        return "web"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The channel's routes (called by Rasa)."""
        self._answering = Answering(on_new_message, self._turns, self._memory, self._desk.copy["web"])
        routes = Blueprint("web_channel")
        for path, method, handler in (
            ("/session", "POST", self._begin),
            ("/messages", "POST", self._answer),
            ("/history", "GET", self._history),
            ("/conversation", "DELETE", self._clear),
            ("/feedback", "POST", self._rate),
        ):
            name = path[1:]
            routes.add_route(self._guarded(handler), path, methods=[method], name=name)
            routes.add_route(self._preflight(), path, methods=["OPTIONS"], name=f"{name}_preflight")
        return routes

    def refuse(self, request: Request, code: str) -> HTTPResponse:
        """The answer to a request under /web that never reached its handler (too large, no such path)."""
        return self._finished(request, self._refusal(WebError(code)))

    def _guarded(self, handler: Handler):
        async def guarded(request: Request) -> HTTPResponse:
            try:
                answer = reply(await handler(request))
            except WebError as error:
                answer = self._refusal(error)
            except Exception as error:  # a person is waiting; what they wrote never goes to the log
                logger.error("%s failed: %s", route_name(request), described(error))
                answer = self._refusal(WebError("failed"))
            return self._finished(request, answer)

        return guarded

    def _preflight(self):
        async def answer(request: Request) -> HTTPResponse:
            return self._finished(request, preflight())

        return answer

    def _finished(self, request: Request, answer: HTTPResponse) -> HTTPResponse:
        """Shares an answer with the website that asked, or refuses a website that may not ask."""
        try:
            self._door.origins.admit(request)
        except WebError as error:
            return share(self._refusal(error), request, admitted=False)
        return share(answer, request, admitted=True)

    def _refusal(self, error: WebError) -> HTTPResponse:
        return refusal(error, self._desk, self._settings.max_message_length)

    async def _begin(self, request: Request) -> dict[str, Any]:
        origin = await self._door.stranger(request)
        body = read_body(request, SessionBody)
        area = self._desk.store.area_index().find(body.area or "")
        code = area.code if area else None
        token, session = self._door.tokens.issue(origin)
        style = body.style if body.style != "standard" else None
        self._memory.begin(session.conversation, {"areas": [code] if code else None, "style": style})
        hello = greeting.compose(self._desk, self._settings.web_session_minutes, code, body.style)
        return {
            "token": token,
            "expires_at": session.expires_at.isoformat(),
            "limits": {"message": self._settings.max_message_length},
            "replies": [hello.as_json()],
        }

    async def _answer(self, request: Request) -> dict[str, Any]:
        session = await self._door.guest(request)
        body = read_body(request, MessageBody)
        text = body.choice if body.text is None else body.text
        if not self._is_danger(text):  # help waits for no limit but that of all requests
            await self._door.rates.message(session.key)
            if len(text) > self._settings.max_message_length:
                raise WebError("too_long")
        replies = await self._answering.answer(session, body.id, text)
        return {"id": body.id, "replies": replies, "forgotten": self._answering.forgot(session, replies)}

    def _is_danger(self, text: str) -> bool:
        return self._agent.finds_danger(guard(text, self._settings.max_message_length).heard) is not None

    async def _history(self, request: Request) -> dict[str, Any]:
        return {"turns": self._turns.history(await self._door.guest(request))}

    async def _clear(self, request: Request) -> dict[str, Any]:
        session = await self._door.guest(request)
        async with self._agent.lock_store.lock(session.conversation):  # after what is being answered now
            self._memory.forget(session.conversation)
            return {"deleted": {"conversation": True, **self._turns.wipe(session)}}

    async def _rate(self, request: Request) -> dict[str, Any]:
        session = await self._door.guest(request)
        body = read_body(request, FeedbackBody)
        if not self._turns.rate(session, body.id, body.useful):
            raise WebError("bad_request")
        return {"thanks": self._desk.copy["web"]["thanks"]}
