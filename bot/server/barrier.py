"""Who may use what is not for everybody: programs on this machine, and whoever has the token."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from ipaddress import ip_address, ip_network

from sanic.request import Request

from bot.settings import Settings, listed

BEARER = "Bearer "
FORWARDING = ("x-forwarded-for", "forwarded", "x-real-ip", "x-forwarded-host", "x-forwarded-proto", "via")
"""Headers that a proxy adds: with one of them a request was passed on, whatever address it comes from."""

OF_A_BROWSER = ("origin", "sec-fetch-site")
OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")


class Barrier:
    """Lets in who has the token; without a token only what surely comes from this machine."""

    def __init__(self, token: str | None, settings: Settings):
        self._token = token.encode() if token else None
        self._trusted = tuple(ip_network(one, strict=False) for one in listed(settings.trusted_proxies))

    def lets_in(self, request: Request) -> bool:
        """True when the request may pass. The token is compared in constant time."""
        if self._token is None:
            return from_this_machine(request, self._trusted)
        said = request.headers.get("authorization", "")
        return said.startswith(BEARER) and hmac.compare_digest(said[len(BEARER) :].strip().encode(), self._token)


def from_this_machine(request: Request, trusted: Sequence = ()) -> bool:
    """True for a program on this machine that talks to us directly.

    A proxy on this machine also has a loopback address, so nothing that was passed on counts, and nothing at all
    when loopback is named among the trusted proxies. A page in a browser on this machine does not count either:
    it can belong to any website, and a website's name can be made to lead to 127.0.0.1.
    """
    peer = ip_address(request.ip)
    if not peer.is_loopback or any(peer in network for network in trusted):
        return False
    if any(name in request.headers for name in (*FORWARDING, *OF_A_BROWSER)):
        return False
    return _name(request.headers.get("host", "")) in OWN_NAMES


def _name(host: str) -> str:
    """The name in a Host header, without the port."""
    return host if host.endswith("]") else host.rpartition(":")[0] or host
