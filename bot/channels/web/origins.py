"""Which websites may talk to the channel. Exact origins only; our own pages always may."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from sanic.request import Request

from bot.channels.web.errors import WebError

ANY = "*"
OWN_ORIGIN = "self"
"""What a token carries when it was issued to our own pages, whatever name they were reached by."""


class Origins:
    """`allowed` are exact origins such as https://charity.example (or "*" in development)."""

    def __init__(self, allowed: Iterable[str], public_url: str | None = None):
        self._allowed, self._public_url = frozenset(allowed), public_url

    def admit(self, request: Request) -> str:
        """The origin of a request, to bind a token to. Raises WebError("wrong_origin").

        A browser names the origin of every request but a page's own GET, so without one only
        a GET that does not come from another site is let in.
        """
        origin = request.headers.get("origin")
        if origin is None:
            if request.method == "GET" and request.headers.get("sec-fetch-site", "same-origin") == "same-origin":
                return OWN_ORIGIN
            raise WebError("wrong_origin")
        if self._is_own(origin, request):
            return OWN_ORIGIN
        if origin in self._allowed or (ANY in self._allowed and origin != "null"):
            return origin
        raise WebError("wrong_origin")

    def _is_own(self, origin: str, request: Request) -> bool:
        if self._public_url:
            return origin == self._public_url
        # a proxy may have ended TLS, so the scheme we see can differ from the one the browser saw
        parts = urlsplit(origin)
        return parts.scheme in ("http", "https") and parts.netloc == request.headers.get("host")
