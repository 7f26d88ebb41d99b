"""The door of the channel: who asks, from where, how often. Nothing is read before it lets a request in."""

from __future__ import annotations

from ipaddress import ip_network

from sanic.request import Request

from bot.channels.web.addresses import client_address
from bot.channels.web.errors import WebError
from bot.channels.web.origins import Origins
from bot.channels.web.rates import Rates
from bot.channels.web.session import Session, Tokens
from bot.settings import Settings, listed

BEARER = "Bearer "


class Door:
    """Checks origin, address and token, in the order of their cost."""

    def __init__(self, settings: Settings):
        self.origins = Origins(listed(settings.allowed_origins), settings.public_url)
        self.tokens = Tokens(settings.secret_key, settings.web_session_minutes)
        self.rates = Rates(
            settings.secret_key,
            settings.web_messages_a_minute,
            settings.web_requests_a_minute,
            settings.web_sessions_an_hour,
            settings.redis_url,
            settings.rest_messages_a_minute,
        )
        self._trusted = tuple(ip_network(one, strict=False) for one in listed(settings.trusted_proxies))

    def address(self, request: Request) -> str:
        """The address a request is counted by."""
        return client_address(request.ip, request.headers.get("x-forwarded-for"), self._trusted)

    async def stranger(self, request: Request) -> str:
        """Lets in somebody who wants a session. Returns the origin to bind it to. Raises WebError."""
        origin = self.origins.admit(request)
        await self.rates.new_session(self.address(request))
        return origin

    async def guest(self, request: Request) -> Session:
        """Lets in somebody with a token. Raises WebError."""
        origin = self.origins.admit(request)
        await self.rates.request(self.address(request))
        said = request.headers.get("authorization", "")
        if not said.startswith(BEARER):
            raise WebError("bad_token")
        return self.tokens.read(said[len(BEARER) :].strip(), origin)
