"""Marked secrets sent through every channel and path, then looked for wherever anything is written."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import httpx
import pytest

from tests.bot.servers import started
from tests.bot.visitors import CHARITY, Visitor, new_id

MARK = "Quuxington"
PLANTED = (
    f"has bedford been inspected, asks Zebedee {MARK}",
    f"my son {MARK} Smith is sad, what is the local offer",
    f"zzkq {MARK} vvblorp fnord {MARK}@example.org",
    f'/inform{{"name": "{MARK}"}}',
    f"delete my data says {MARK}",
)
TOKENS = {"METRICS_TOKEN": "metrics-token-4711-4711", "REST_TOKEN": "rest-token-4711-4711-47"}
SERVER = {
    **TOKENS,
    "ALLOWED_ORIGINS": CHARITY,
    "TRUSTED_PROXIES": "127.0.0.1",
    "LOG_FORMAT": "json",
    "LOG_LEVEL": "DEBUG",
}


@pytest.fixture(scope="module")
def written(database_url_of_module, settings, trained_model, tmp_path_factory):
    """Everything a server wrote and said while secrets were sent: by name of the place."""
    log = tmp_path_factory.mktemp("log") / "log"
    own = settings.copy(update={"database_url": database_url_of_module})
    with log.open("w") as file, started(own, file, **SERVER) as (address, _), _client(address) as http:
        visitor = Visitor(http)
        said = "".join(_send_everywhere(http, visitor))
        metrics = http.get("/metrics", headers={"authorization": f"Bearer {TOKENS['METRICS_TOKEN']}"}).text
    path = Path(own.database_url.removeprefix("sqlite:///"))
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database = b"".join(one.read_bytes() for one in path.parent.glob("send.db*")).decode("latin-1")
    return {"log": log.read_text(), "database": database, "metrics": metrics, "errors": said, "token": visitor.token}


def _client(address: str) -> httpx.Client:
    return httpx.Client(base_url=address, timeout=60)


def _send_everywhere(http: httpx.Client, visitor: Visitor):
    """Sends the secrets through every channel, well and badly formed. Yields what error answers say."""
    rest = {"authorization": f"Bearer {TOKENS['REST_TOKEN']}"}
    for text in PLANTED:
        visitor.say(text)
        http.post("/ask", data={"q": text})
        http.post("/webhooks/rest/webhook", json={"sender": MARK, "message": text}, headers=rest)
    bad = [
        http.post("/web/messages", content=f'{{"id": "{MARK}'.encode(), headers=visitor.headers),
        http.post("/web/messages", json={"id": new_id(), "text": MARK * 500}, headers=visitor.headers),
        http.post("/web/messages", json={"id": MARK, "choice": MARK}, headers=visitor.headers),
        http.post("/web/feedback", json={"id": new_id(), "useful": MARK}, headers=visitor.headers),
        http.get("/web/history", headers={**visitor.headers, "authorization": f"Bearer {MARK}"}),
        http.post("/web/session", json={"area": MARK, "language": MARK}, headers={"origin": f"https://{MARK}.example"}),
        http.post("/webhooks/rest/webhook", json={"sender": MARK, "message": [MARK]}, headers=rest),
        http.post("/webhooks/rest/webhook", content=MARK.encode() * 10_000, headers=rest),
        http.post("/webhooks/rest/webhook", json={"sender": MARK, "message": MARK}),
        http.get("/metrics", headers={"authorization": f"Bearer {MARK}"}),
        http.get("/area/kent", params={MARK: MARK}, headers={"cookie": MARK, "user-agent": MARK, "referer": MARK}),
    ]
    for answer in bad:
        yield answer.text


@pytest.fixture(scope="module")
def database_url_of_module(loaded_file, tmp_path_factory) -> str:
    """A database of this module's own."""
    copy = tmp_path_factory.mktemp("planted") / "send.db"
    copy.write_bytes(loaded_file.read_bytes())
    return f"sqlite:///{copy}"


@pytest.mark.parametrize("place", ["log", "database", "metrics", "errors"])
def test_no_planted_secret_is_found(written, place):
    """Names, e-mails and ids that people sent are in no log line, table, figure or error answer."""
    assert len(written[place]) > 100
    assert MARK.lower() not in written[place].lower()


@pytest.mark.parametrize("place", ["log", "database", "metrics", "errors"])
def test_no_token_is_found(written, place):
    """No token of a chat, of the figures, of the REST channel, and no address of a person is written anywhere."""
    for token in (*TOKENS.values(), written["token"], "only-for-development"):
        assert token not in written[place]


def test_every_message_left_a_line_of_fields(written):
    """Each answered message has one line in the log, all of JSON, with the fields and no others."""
    lines = [json.loads(line) for line in written["log"].splitlines() if line.startswith("{")]
    answered = [line for line in lines if line["event"] == "answered"]
    assert {line["channel"] for line in answered} == {"web", "page", "rest"}
    assert len(answered) >= 3 * len(PLANTED)
    fields = {"conversation", "channel", "topic", "status", "language", "ms", "event", "level", "timestamp"}
    assert all(set(line) == fields for line in answered)
    assert len({line["conversation"] for line in answered if line["channel"] == "rest"}) == 1
