"""Every address the server has, and what stands before it. A test walks the running server's routes and fails on any
that is not in these lists: whoever adds an address says here who may use it.
"""

from __future__ import annotations

from sanic import Sanic

PUBLIC = {
    "GET /": "the home page",
    "GET /privacy": "a page",
    "GET /privacy/young-people": "a page",
    "GET /accessibility": "a page",
    "GET /areas": "a page of facts",
    "GET /area/<name:str>": "a page of facts",
    "GET /area/<name:str>/<file:str>": "a calendar file of public dates",
    "GET /ask": "the plain form; nothing is kept after it",
    "POST /ask": "the plain form; limited for each address",
    "GET /static/<name:str>": "style and icon of the pages",
    "GET /widget.js": "the chat's script",
    r"GET /<name:widget\.[0-9a-f]+\.js>": "the chat's script, one build of it",
    "GET /charts/national-outcomes.png": "a picture of national figures",
    "GET /health": "whether it is alive; a kept answer",
    "GET /ready": "whether it is ready; a kept answer",
    "POST /web/session": "begins a chat for an allowed website; limited for each address",
}
"""Open to everybody, and what it is. None shows a conversation, a tracker, a model or a setting."""

SESSION = {
    "POST /web/messages": "the token of the chat",
    "GET /web/history": "the token of the chat",
    "DELETE /web/conversation": "the token of the chat",
    "POST /web/feedback": "the token of the chat",
}
"""Open to the holder of a chat's token, for that chat."""

BARRED = {
    "GET /metrics": "METRICS_TOKEN, or this machine",
    "GET /webhooks/rest": "REST_TOKEN, or this machine",
    "POST /webhooks/rest/webhook": "REST_TOKEN, or this machine",
}
"""Open to operators and programs only."""

WITHOUT_CONTENT = ("HEAD", "OPTIONS")
"""Methods that answer with headers only."""


def routes_of(app: Sanic) -> set[str]:
    """Every method and address of an application, as the lists above write them."""
    found = ((method, route.path) for route in app.router.routes for method in route.methods)
    return {f"{method} /{path}" for method, path in found if method not in WITHOUT_CONTENT}
