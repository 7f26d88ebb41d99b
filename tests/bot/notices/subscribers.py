"""Many subscribers to one area, and a survey that opens there."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from bot.memory.identity import Seal, person_key
from knowledge.models import Addressee, LocalArea, Outbox, Subscription
from knowledge.notices.events import SURVEY_OPENS
from knowledge.surveys import windows

CHANNEL = "telegram"


def area_of(session: Session) -> LocalArea:
    """Any area of the database: the first by name."""
    return session.scalar(select(LocalArea).order_by(LocalArea.name).limit(1))


def subscribe_all(session: Session, chats: list[int], secret: str, now: dt.datetime) -> None:
    """Each of these chats asks to be told when the survey opens."""
    code, seal = area_of(session).gss_code, Seal(secret)
    people = [(person_key(secret, CHANNEL, str(chat)), seal.close(str(chat))) for chat in chats]
    common = {"channel": CHANNEL, "created_at": now}
    asked = [{"person": person, "gss_code": code, "event": SURVEY_OPENS, **common} for person, _ in people]
    known = [{"person": who, "address": sealed, "settings": "{}", "seen_at": now, **common} for who, sealed in people]
    session.execute(insert(Subscription), asked)
    session.execute(insert(Addressee), known)


def open_survey(session: Session, opens: dt.datetime, closes: dt.datetime, now: dt.datetime) -> None:
    """Staff write down a survey window, which puts a notice for each subscriber into the outbox."""
    cells = {
        "area": area_of(session).name,
        "audience": "parent_carer",
        "opens": opens.strftime("%Y-%m-%d %H:%M"),
        "closes": closes.strftime("%Y-%m-%d %H:%M"),
        "link": "https://survey.example.org/one",
        "source": "https://council.example.org/news",
    }
    windows.add(session, cells, now)


def results(session: Session) -> dict[str | None, int]:
    """How many notices met which end; None: not settled."""
    found: dict[str | None, int] = {}
    for result in session.scalars(select(Outbox.result)):
        found[result] = found.get(result, 0) + 1
    return found
