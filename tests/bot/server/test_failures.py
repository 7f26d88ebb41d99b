"""What is said when something breaks inside the server."""

from __future__ import annotations

import httpx
import pytest
from sanic import Sanic

from bot.channels.web.turns import Turns
from bot.pages import area_routes
from bot.server.app import build_app
from bot.server.headers import CONTENT_SECURITY_POLICY
from tests.bot.pages.reading import Page, check
from tests.bot.visitors import error_of

SITE = "http://ask.example"


@pytest.fixture
async def http(agent, settings):
    """A client of the application inside this process, so that parts of it can be broken."""
    Sanic.test_mode = True
    app = build_app(agent, settings)
    await app._startup()  # what Sanic's own server calls; its ASGI life cycle needs a server around it
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=SITE) as client:
        yield client


async def broken(*arguments, **named):
    """Stands for a part that breaks, with words of a person in its message."""
    raise RuntimeError("Zebedee Quux")


async def test_a_broken_page_is_an_honest_page(http, monkeypatch, caplog):
    """A page that breaks says so, leads on, is secured, and logs no words of a person."""
    monkeypatch.setattr(area_routes, "area_page", lambda *_: (_ for _ in ()).throw(RuntimeError("Zebedee Quux")))
    answer = await http.get("/area/kent")
    assert answer.status_code == 500
    page = Page(answer.text)
    check(page)
    assert "Something went wrong" in page.text
    assert "/ask" in page.links()
    assert answer.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert "RuntimeError" in caplog.text
    assert "Quux" not in caplog.text + answer.text


async def test_a_broken_channel_answers_in_words(http, monkeypatch, caplog):
    """When the channel breaks, the widget gets the error of the contract, never silence."""
    begun = await http.post("/web/session", json={}, headers={"origin": SITE})
    monkeypatch.setattr(Turns, "history", lambda *_: (_ for _ in ()).throw(RuntimeError("Zebedee Quux")))
    headers = {"origin": SITE, "authorization": f"Bearer {begun.json()['token']}"}
    answer = await http.get("/web/history", headers=headers)
    assert error_of(answer) == (500, "failed")
    assert answer.headers["access-control-allow-origin"] == SITE
    assert "Quux" not in caplog.text + answer.text


async def test_an_assistant_that_fails_is_told_and_can_be_asked_again(http, agent, monkeypatch):
    """When answering breaks, the reply says so with status error; the same message can be sent again."""
    begun = await http.post("/web/session", json={}, headers={"origin": SITE})
    headers = {"origin": SITE, "authorization": f"Bearer {begun.json()['token']}"}
    message = {"id": "message-1", "text": "what did kent get"}
    with monkeypatch.context() as patch:
        patch.setattr(agent.processor, "handle_message", broken)
        first = await http.post("/web/messages", json=message, headers=headers)
    again = await http.post("/web/messages", json=message, headers=headers)
    assert [answer.json()["replies"][0]["status"] for answer in (first, again)] == ["error", "not_on_record"]
