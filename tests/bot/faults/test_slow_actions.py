"""An action server that hangs, and the signal to stop in the middle of an answer."""

from __future__ import annotations

import json
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from bot.command_line.ask import answer
from bot.engine.start import build_agent
from tests.bot.servers import started

REPLY = {"text": "said after a while", "topic": None, "status": "answered", "language": "en", "choices": []}


class SlowActions(ThreadingHTTPServer):
    """An action server that answers after `seconds`. `asked` is set when a call has come."""

    def __init__(self, seconds: float):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.seconds, self.asked = seconds, threading.Event()
        self.url = f"http://127.0.0.1:{self.server_port}/webhook"


class _Handler(BaseHTTPRequestHandler):
    server: SlowActions

    def do_POST(self) -> None:
        """Answers one call, slowly."""
        self.rfile.read(int(self.headers.get("content-length") or 0))
        self.server.asked.set()
        time.sleep(self.server.seconds)
        body = json.dumps({"events": [], "responses": [{"custom": REPLY}]}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments) -> None:
        """Says nothing."""


@pytest.fixture
def slow():
    """An action server that takes 1.5 seconds."""
    server = SlowActions(1.5)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


async def test_an_answer_that_takes_too_long_is_said_honestly(settings, trained_model, slow, caplog):
    """Past MESSAGE_SECONDS the person is told that it took too long, and the next message is not held up."""
    hurried = settings.copy(update={"action_server_url": slow.url, "message_seconds": 0.3})
    agent = build_agent(hurried, trained_model, remember_in_database=False)
    for _ in range(2):
        (reply,) = await answer(agent, "me", "has bedford been inspected", None)
        assert reply["status"] == "error"
        assert "took too long" in reply["text"]
    assert "took longer than 0.3 s" in caplog.text


def test_stopping_in_the_middle_finishes_the_answer(settings, trained_model, slow):
    """SIGTERM while a message is being answered: the answer still comes, then the server ends by itself."""
    with started(settings, ACTION_SERVER_URL=slow.url) as (address, process), ThreadPoolExecutor() as other:
        body = {"sender": "me", "message": "has bedford been inspected"}
        asking = other.submit(httpx.post, f"{address}/webhooks/rest/webhook", json=body, timeout=20)
        assert slow.asked.wait(20)
        process.send_signal(signal.SIGTERM)
        assert asking.result().json()[0]["custom"]["text"] == REPLY["text"]
        assert process.wait(timeout=20) == 0
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{address}/ready")
