"""The REST channel of a real server."""

from __future__ import annotations

import os
import subprocess
import sys

import httpx
import pytest

from bot.server.app import LARGEST_BODY
from tests.bot.servers import free_port, wait_for

WEBHOOK = "/webhooks/rest/webhook"


@pytest.fixture(scope="module")
def client(settings, trained_model):
    """A client of a running `send-assistant run`."""
    port = free_port()
    environment = {
        **os.environ,
        "DATABASE_URL": settings.database_url,
        "MODELS_DIR": str(trained_model.parent),
        "TODAY": settings.today,
    }
    command = [sys.executable, "-m", "bot.command_line", "run", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    wait_for(f"http://127.0.0.1:{port}/", process)
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as http:
        yield http
    process.terminate()
    said = process.communicate(timeout=30)[1]
    chatter = [line for line in said.splitlines() if "answered" not in line]
    assert len(chatter) < 12, f"the server said too much: {said}"
    assert "curl" in said
    assert f"Open http://127.0.0.1:{port}/ in a browser" in said


def test_a_question_is_answered(client):
    """A question over HTTP gets a reply object as the custom message."""
    answer = client.post(WEBHOOK, json={"sender": "me", "message": "has bedford been inspected"})
    (message,) = answer.json()
    assert message["recipient_id"] == "me"
    assert message["custom"]["topic"] == "area.outcome"
    assert message["custom"]["areas"] == ["E06000055"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"junk",
        bytes(range(256)),
        b"[]",
        b"{}",
        b'{"message": 5}',
        b'{"message": "hi", "sender": ""}',
        b'{"message": "hi", "sender": 7}',
    ],
)
def test_bad_input_gets_a_clear_error(client, body):
    """What is not a message is refused with 400 and a sentence on what to send."""
    answer = client.post(WEBHOOK, content=body)
    assert answer.status_code == 400
    assert len(answer.json()["error"]) > 20


@pytest.mark.parametrize("text", ["", "😀", "/restart", '/inform{"area":"x"}', "a " * 2500, "\u0000\u0007"])
def test_odd_text_gets_a_civil_reply(client, text):
    """Empty, endless, wordless and command-like text each get a reply."""
    (message,) = client.post(WEBHOOK, json={"sender": "odd", "message": text}).json()
    assert message["custom"]["text"]
    assert message["custom"]["status"] != "error"


def test_a_huge_body_is_refused(client):
    """A body above the limit is refused and the server goes on."""
    answer = client.post(WEBHOOK, content=b"x" * (LARGEST_BODY + 1))
    assert answer.status_code == 413
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    "path", ["/status", "/version", "/model", "/domain", "/conversations/me/tracker", "/webhooks/telegram/webhook"]
)
def test_rasas_own_interface_is_not_served(client, path):
    """Trackers, model and domain can't be reached."""
    assert client.get(path).status_code == 404
    assert client.post(path, json={}).status_code == 404
