"""Pages of other people's websites, kind and hostile, that embed the widget."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape

from tests.browser.web_server import Answer, Request, serve

HOSTILE_CSS = """
* { all: unset !important; }
*, *::before { font-size: 40px !important; color: lime !important; visibility: hidden !important; }
* { display: inline !important; }
send-assistant { display: none !important; opacity: 0 !important; transform: scale(9) !important; }
send-assistant { position: absolute !important; }
html { font-size: 4px; direction: rtl; letter-spacing: 9px; text-transform: uppercase; line-height: 5; }
button, input, textarea { width: 3px !important; height: 3px !important; }
"""
PLAIN_CSS = (
    "body { font: 16px/1.5 sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em; "
    "color: #222; background: #fff }"
)
INLINE_CSS = "send-assistant { display: block; --send-assistant-height: 640px; min-height: 640px }"
DARK_CSS = "@media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } a { color: #9cf } }"
WORDS = "<p>We help families of disabled children. <a href='#top'>Our meetings</a> are free and open to all.</p>"


@dataclass
class Page:
    """One page: its options for the script tag, and how it treats what it embeds."""

    server: str
    options: dict[str, str] = field(default_factory=dict)
    css: str = PLAIN_CSS
    strict: bool = False
    element: str = ""
    body: str = WORDS * 12
    language: str = "en"
    direction: str = "ltr"
    integrity: str = ""

    def html(self) -> bytes:
        """The page."""
        data = "".join(f' data-{name}="{escape(value)}"' for name, value in self.options.items())
        checked = f' integrity="{self.integrity}" crossorigin' if self.integrity else ""
        script = f'<script src="{self.server}/widget.js"{checked}{data}></script>'
        return (
            f'<!doctype html><html lang="{self.language}" dir="{self.direction}"><head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>Families together</title>'
            f'<link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css"></head>'
            f'<body><main id="top"><h1>Families together</h1>{self.element}{self.body}</main>{script}</body></html>'
        ).encode()

    def headers(self) -> dict[str, str]:
        """A strict policy allows only the script, the calls and the pictures of the assistant."""
        if not self.strict:
            return {}
        policy = (
            f"default-src 'none'; style-src 'self'; script-src {self.server}; connect-src {self.server}; "
            f"img-src 'self' data: {self.server}; base-uri 'none'; form-action 'none'; "
            "require-trusted-types-for 'script'"
        )
        return {"Content-Security-Policy": policy}


class HostSite:
    """A website of its own origin that shows one page at a time."""

    def __init__(self):
        self.page = Page("")
        self.origin = ""

    def respond(self, request: Request) -> Answer:
        """The page and its style sheet."""
        if request.path == "/page.css":
            return Answer(self.page.css.encode(), "text/css")
        return Answer(self.page.html(), headers=self.page.headers())


@contextmanager
def host_site() -> Iterator[HostSite]:
    """Runs a website of another origin than the assistant's."""
    site = HostSite()
    with serve(site.respond) as port:
        site.origin = f"http://localhost:{port}"
        yield site
