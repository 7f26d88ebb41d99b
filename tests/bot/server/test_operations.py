"""/health, /ready and /metrics of a running server."""

from __future__ import annotations

import re
from types import SimpleNamespace

from bot.server.health import Health
from tests.bot.conftest import METRICS_TOKEN

CREDENTIAL = {"authorization": f"Bearer {METRICS_TOKEN}"}


def test_health_is_a_real_answer(http):
    """/health understands a sentence and reads the database before it says that all is well."""
    answer = http.get("/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "understanding": "ok", "database": "ok"}


def test_ready_says_how_old_the_facts_are(http):
    """/ready says that database and model are there, and the day up to which the facts are true."""
    answer = http.get("/ready")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "database": "ok",
        "model": "ok",
        "data": {"as_at": "2026-06-29", "age_days": 2, "stale": False},
    }


def test_figures_are_counted_without_people(http, visitor):
    """/metrics counts messages by channel, status and group of topics, and holds no id, address or word of a person."""
    visitor.say("what did kent get, asks Zebedee Quuxington")
    text = http.get("/metrics", headers=CREDENTIAL).text
    assert re.search(r'send_answers_total\{channel="web",family="area",status="[a-z_]+"\} [1-9]', text)
    assert 'send_answer_seconds_bucket{channel="web",le="+Inf"}' in text
    assert 'send_waiting{table="outbox"} 0.0' in text
    assert "send_database_up 1.0" in text
    assert "send_data_age_days 2.0" in text
    labels = set(re.findall(r'(\w+)="', text))
    assert labels <= {"channel", "family", "status", "le", "table", "part"}
    for secret in ("uuxington", visitor.token, http.headers["x-forwarded-for"], "kent"):
        assert secret not in text


class BrokenAgent:
    """An agent whose model can't be used."""

    calls = 0

    async def parse_message(self, text: str):
        """Fails as a damaged model does."""
        self.calls += 1
        raise RuntimeError("the address of a database with its password")

    def is_ready(self) -> bool:
        """No model."""
        return False


async def test_a_broken_part_is_named_and_nothing_else(agent):
    """When a part is broken, the answer names it, gives no reason away, and is kept for a few seconds."""
    moment = SimpleNamespace(now=100.0)
    broken = BrokenAgent()
    health = Health(broken, clock=lambda: moment.now)
    for _ in range(3):
        good, said = await health.alive()
        assert (good, said) == (False, {"status": "failed", "understanding": "failed", "database": "ok"})
    assert broken.calls == 1
    moment.now += 60
    await health.alive()
    assert broken.calls == 2
    assert (await health.ready())[1]["model"] == "failed"
