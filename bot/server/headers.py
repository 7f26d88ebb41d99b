"""Security headers on every answer. No page of ours loads anything from elsewhere, and none may be framed."""

from __future__ import annotations

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
SECURITY_HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}
HTTPS_ONLY = {"strict-transport-security": "max-age=31536000"}
FOR_OTHER_SITES = {"cross-origin-resource-policy": "cross-origin"}
"""What pictures and the widget carry, so that the websites that embed the widget can load them."""


def secure(app: Sanic, public_url: str | None) -> None:
    """Puts the headers on every answer; a header that a handler set itself stays."""
    headers = {**SECURITY_HEADERS, **(HTTPS_ONLY if (public_url or "").startswith("https:") else {})}

    @app.middleware("response")
    async def add_headers(request: Request, response: HTTPResponse) -> None:
        for name, value in headers.items():
            response.headers.setdefault(name, value)
