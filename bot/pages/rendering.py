"""Turning templates into pages. Everything put into a page is escaped."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.pages.assets import Asset, accepts_gzip
from bot.pages.text import blocks, date_words, direction, phone_links
from bot.pages.widget_file import WidgetFile
from bot.settings import Settings

FOLDER = Path(__file__).parent
READ = ["GET", "HEAD"]
"""The methods of a page."""
COMPRESSION = 5
KNOWN_FAILURES = (404, 413, 429)


class Pages:
    """The templates, the styles and what every page needs to know."""

    def __init__(self, settings: Settings):
        self.settings, self.widget = settings, WidgetFile()
        self.style = Asset.read(FOLDER / "static" / "site.css")
        self.icon = Asset.read(FOLDER / "static" / "icon.svg")
        self._templates = Environment(
            loader=FileSystemLoader(FOLDER / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters.update(
            blocks=blocks, date_words=date_words, direction=direction, phone_links=phone_links
        )
        self._templates.policies["urlize.rel"] = "noopener"

    def base_url(self, request: Request) -> str:
        """Where people reach the pages: PUBLIC_URL, else the address this request was sent to."""
        return self.settings.public_url or f"{request.scheme}://{request.host}"

    def page(self, request: Request, template: str, status: int = 200, **values: Any) -> HTTPResponse:
        """A page, for one person only: it may hold their question."""
        html = self._templates.get_template(template).render(
            base_url=self.base_url(request), path=request.path, pages=self, **values
        )
        headers = {"cache-control": "private, no-cache", "vary": "Accept-Encoding"}
        body = html.encode()
        if accepts_gzip(request):
            headers["content-encoding"] = "gzip"
            body = gzip.compress(body, COMPRESSION, mtime=0)
        return response.raw(body, status=status, content_type="text/html; charset=utf-8", headers=headers)

    def failure(self, request: Request, status: int) -> HTTPResponse:
        """The page that says what went wrong and where to go."""
        shown = status if status in KNOWN_FAILURES else 404 if status < 500 else 500
        return self.page(request, "failure.html", status, kind=shown)
