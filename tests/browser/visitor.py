"""Somebody who visits a page with the widget: what they do and see."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from playwright.sync_api import Locator, Route, expect
from playwright.sync_api import Page as BrowserPage

from tests.browser.host_pages import HostSite, Page

expect.set_options(timeout=15_000)


class Visitor:
    """A browser page on the host site."""

    def __init__(self, page: BrowserPage, site: HostSite, server: str):
        self.page, self.site, self.server = page, site, server
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: message.type == "error" and self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def visit(self, **options: Any) -> Visitor:
        """Loads the host page made of these `Page` fields."""
        self.site.page = replace(Page(self.server), **options)
        self.page.goto(self.site.origin)
        self.widget.wait_for(state="attached")
        return self

    @property
    def widget(self) -> Locator:
        """The element."""
        return self.page.locator("send-assistant")

    @property
    def launcher(self) -> Locator:
        """The button that opens the chat."""
        return self.page.get_by_role("button", name="Ask about SEND inspections")

    @property
    def panel(self) -> Locator:
        """The open chat."""
        return self.widget.locator(".panel")

    @property
    def question(self) -> Locator:
        """Where one writes."""
        return self.page.get_by_label("Your question")

    @property
    def transcript(self) -> Locator:
        """What was said."""
        return self.page.get_by_role("log", name="Chat")

    @property
    def turns(self) -> Locator:
        """The turns, the greeting first."""
        return self.widget.locator(".turn")

    def open(self) -> Visitor:
        """Opens the chat and waits for the greeting."""
        self.launcher.click()
        expect(self.turns.first.locator(".said")).to_be_visible()
        return self

    def ask(self, words: str) -> Locator:
        """Asks and waits for the answer; gives its turn."""
        turn = self.type(words)
        expect(turn.locator(".said").first).to_be_visible()
        return turn

    def type(self, words: str) -> Locator:
        """Asks without waiting; gives the turn it made."""
        before = self.turns.count()
        self.question.fill(words)
        self.question.press("Enter")
        return self.turns.nth(before)

    def focused(self) -> str:
        """The name or words of what has the focus, inside the widget too."""
        return self.page.evaluate(
            "() => { let e = document.activeElement;"
            " while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;"
            " return e.getAttribute('aria-label') || e.id || e.textContent.trim() }"
        )

    def remembered(self) -> dict:
        """What the tab remembers."""
        return json.loads(self.page.evaluate("() => Object.values(sessionStorage)[0] ?? '{}'"))

    def meddle(self, path: str, how: Callable[[Route], None]) -> None:
        """Gets between the widget and one address of the server."""
        self.page.route(f"{self.server}{path}", how)

    def answer_with(self, *replies: dict) -> None:
        """Lets every message be answered with these replies."""

        def how(route: Route) -> None:
            if route.request.method == "OPTIONS":
                return route.continue_()
            sent = json.loads(route.request.post_data)
            return self.fulfil(route, {"id": sent["id"], "replies": list(replies)})

        self.meddle("/web/messages", how)

    def fulfil(self, route: Route, data: dict, status: int = 200) -> None:
        """Answers a call in the server's place."""
        allowed = {"Access-Control-Allow-Origin": self.site.origin}
        route.fulfill(status=status, headers=allowed, content_type="application/json", body=json.dumps(data))
