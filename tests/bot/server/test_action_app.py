"""The action server: what it says when something goes wrong."""

from __future__ import annotations

import json
import zlib

import httpx
import pytest
from sanic import Sanic

from bot.server import action_app
from bot.server.action_app import build_action_app

MARK = "Zebedee Quuxington"
CALL = {"next_action": "action_look_up", "sender_id": MARK, "tracker": {"latest_message": {"text": MARK}}, "domain": {}}


@pytest.fixture
async def http(settings):
    """A client of the action server inside this process."""
    Sanic.test_mode = True
    app = build_action_app("actions")
    await app._startup()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://x") as client:
        client.app = app
        yield client


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (CALL, 500),
        ({**CALL, "next_action": "action_unheard_of"}, 404),
        ({**CALL, "next_action": None}, 400),
        ({**CALL, "tracker": MARK}, 500),
        ([MARK], 400),
        (MARK, 400),
    ],
)
async def test_an_error_gives_no_tracker_away(http, body, status, caplog):
    """Whatever is wrong with a call, neither the answer nor the log holds anything of it."""
    answer = await http.post("/webhook", json=body)
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}
    assert "Quux" not in answer.text + caplog.text


async def test_a_packed_call_is_bounded(http, monkeypatch):
    """A call that unpacks to more than a call can be is refused, and what is not packed as it says too."""
    monkeypatch.setattr(action_app, "LARGEST_CALL", 2000)
    packed = zlib.compress(json.dumps({"next_action": "x" * 9000}).encode())
    for content in (packed, b"not packed"):
        answer = await http.post("/webhook", content=content, headers={"content-encoding": "deflate"})
        assert answer.status_code == 400


async def test_it_has_two_addresses_and_lets_no_website_read(http):
    """Health and the calls, nothing that lists or shows; and no header that lets another website read answers."""
    assert {route.path for route in http.app.router.routes} == {"health", "webhook"}
    answer = await http.get("/health", headers={"origin": "https://evil.example"})
    assert answer.status_code == 200
    assert "access-control-allow-origin" not in answer.headers
