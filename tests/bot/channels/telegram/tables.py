"""Looking into the tables of the channel."""

from __future__ import annotations

import asyncio
import json

from sqlalchemy import select, text
from sqlalchemy.engine import Engine

from knowledge.models import Addressee, TelegramPart, TelegramUpdate


def rows(engine: Engine, table) -> list[dict]:
    """Every row of a table."""
    with engine.connect() as db:
        return [dict(row._mapping) for row in db.execute(select(table.__table__))]


def settings_of(engine: Engine) -> dict:
    """What the only addressee chose."""
    (one,) = rows(engine, Addressee)
    return json.loads(one["settings"])


def everything(engine: Engine) -> str:
    """All that is stored, as one text."""
    with engine.connect() as db:
        names = ("telegram_update", "telegram_part", "addressee", "subscription", "outbox", "conversation")
        return repr([db.execute(text(f"SELECT * FROM {name}")).all() for name in names])


def subscribe(engine: Engine, person: str, area: str = "E08000035") -> None:
    """Makes a subscription and a waiting notice, as other parts of the assistant do."""
    row = {"p": person, "a": area, "t": "2026-07-01 10:00:00"}
    with engine.begin() as db:
        db.execute(
            text(
                "INSERT INTO subscription (person, channel, gss_code, event, created_at) "
                "VALUES (:p, 'telegram', :a, 'survey_opens', :t)"
            ),
            row,
        )
        db.execute(
            text(
                "INSERT INTO outbox (person, channel, event, event_key, gss_code, body, created_at, not_before, "
                "attempts) VALUES (:p, 'telegram', 'survey_opens', 'key', :a, '{}', :t, :t, 0)"
            ),
            row,
        )


def unanswered(engine: Engine) -> list[dict]:
    """Updates without their whole answer."""
    return [row for row in rows(engine, TelegramUpdate) if row["finished_at"] is None]


def parts(engine: Engine) -> list[dict]:
    """All parts of answers."""
    return rows(engine, TelegramPart)


async def settled(channel, api) -> None:
    """Waits until Telegram has nothing for us and no update is unanswered."""
    for _ in range(1000):
        if not api.pending() and not channel.inbox.unfinished():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("an update stays unanswered")
