"""Updates and the parts of their answers in the database: written first, answered after, emptied when answered."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Engine

from bot.channels.telegram import statements as sql
from bot.channels.telegram.incoming import SUPERGROUP, Incoming
from bot.channels.telegram.known_ids import KnownIds
from bot.channels.telegram.parts import Part
from bot.memory.identity import Seal, person_key
from knowledge.clock import Clock, london_now

CHANNEL = sql.CHANNEL
KEPT_FOR = dt.timedelta(days=2)
"""How long an answered update's number is kept, so that a repeat is known. Telegram keeps updates for one day."""
SENT, FAILED, UNDELIVERABLE = "sent", "failed", "undeliverable"


@dataclass(frozen=True)
class Task:
    """An update to answer. `parts` is None when the answer is not composed yet."""

    row: int
    incoming: Incoming
    sequence: str
    before: dict[str, Any] | None
    parts: tuple[PartRow, ...] | None


@dataclass(frozen=True)
class PartRow:
    """A part not settled yet. `floor` is set when it was claimed: it may have gone out."""

    id: int
    part: Part
    sequence: str
    floor: int | None


class Inbox:
    """Everything the channel writes down of one bot's updates. `bot` is the bot's number."""

    def __init__(self, engine: Engine, bot: int, secret: str, clock: Clock = london_now):
        self._engine, self._bot, self._secret, self._clock = engine, bot, secret, clock
        self._seal = Seal(secret)
        self.known = KnownIds(engine)

    def person(self, chat_id: int, user_id: int | None = None) -> str:
        """The keyed hash of a chat, or of one person in a group."""
        address = str(chat_id) if user_id is None or user_id == chat_id else f"{chat_id} {user_id}"
        return person_key(self._secret, CHANNEL, address)

    def write(self, incoming: Incoming) -> tuple[str, int] | None:
        """Writes an update down. Gives its chat and row; None when it is known already."""
        chat = self.person(incoming.chat_id)
        sequence = chat if incoming.chat_type == SUPERGROUP else ""
        row = {
            "bot": self._bot,
            "update_id": incoming.update_id,
            "chat": chat,
            "sequence": sequence,
            "message_id": incoming.message_id,
            "body": self._seal.close(incoming.as_json()),
            "now": self._clock(),
            "finished": None,
        }
        this = {"bot": self._bot, "update_id": incoming.update_id}
        with self._engine.begin() as db:
            if db.execute(sql.WRITE, row).rowcount != 1:
                return None
            number = db.scalar(sql.ROW_OF, this)
        if incoming.message_id:
            self.known.note(sequence, incoming.message_id)
        return chat, number

    def unfinished(self) -> list[tuple[str, int]]:
        """Chat and row of every update without its whole answer, oldest first."""
        with self._engine.connect() as db:
            return [(row.chat, row.id) for row in db.execute(sql.UNFINISHED, {"bot": self._bot})]

    def read(self, row: int) -> Task | None:
        """What is to be done; None when it is finished, or can't be opened (then it is finished here)."""
        with self._engine.connect() as db:
            found = db.execute(sql.READ, {"row": row}).first()
            parts = db.execute(sql.PARTS, {"row": row}).all() if found and found.composed_at else None
        if found is None:
            return None
        opened = self._seal.open(found.body) if found.body else None
        if opened is None:  # sealed with another secret: nobody can read it any more
            self.finish(row)
            return None
        before = self._seal.open(found.before) if found.before else None
        made = None if parts is None else tuple(self._part(one, found.sequence) for one in parts)
        known = json.loads(before) if before else None
        return Task(row, Incoming.from_json(opened), found.sequence, known, made)

    def keep_before(self, row: int, state: dict[str, Any]) -> None:
        """Keeps the conversation as it was, so that composing again begins at the same place."""
        with self._engine.begin() as db:
            db.execute(sql.KEEP_BEFORE, {"row": row, "sealed": self._seal.close(json.dumps(state))})

    def keep_parts(self, row: int, parts: Sequence[Part]) -> None:
        """Keeps the composed answer."""
        rows = [
            {"update_row": row, "position": position, "body": self._seal.close(part.as_json())}
            for position, part in enumerate(parts)
        ]
        with self._engine.begin() as db:
            if rows:
                db.execute(sql.ADD_PART, rows)
            db.execute(sql.COMPOSED, {"row": row, "now": self._clock()})

    def claim(self, part: PartRow) -> int:
        """Writes down that a part is about to be sent. Gives the highest message id known now."""
        floor = self.known.highest(part.sequence)
        with self._engine.begin() as db:
            db.execute(sql.CLAIM, {"part": part.id, "now": self._clock(), "known": floor})
        return floor

    def release(self, part: PartRow) -> None:
        """Writes down that a part was certainly not sent."""
        with self._engine.begin() as db:
            db.execute(sql.RELEASE, {"part": part.id})

    def settle(self, part: PartRow, result: str, message_id: int | None = None) -> None:
        """Writes down what became of a part; its words are gone from here."""
        settled = {"part": part.id, "now": self._clock(), "how": result, "number": message_id}
        with self._engine.begin() as db:
            db.execute(sql.SETTLE, settled)
        if message_id:
            self.known.note(part.sequence, message_id)

    def finish(self, row: int) -> None:
        """Writes down that an update is answered; only its number is left, so that a repeat is known."""
        with self._engine.begin() as db:
            db.execute(sql.DROP_PARTS, {"row": row})
            db.execute(sql.FINISH, {"row": row, "now": self._clock()})

    def forget_old(self) -> int:
        """Deletes the numbers of updates that Telegram no longer repeats, and what never could be answered."""
        limit = {"older_than": self._clock() - KEPT_FOR}
        with self._engine.begin() as db:
            return db.execute(sql.DELETE_OLD, limit).rowcount + db.execute(sql.DELETE_STALE, limit).rowcount

    def _part(self, row: Any, sequence: str) -> PartRow:
        floor = row.floor if row.claimed_at else None
        return PartRow(row.id, Part.from_json(self._seal.open(row.body) or "{}"), sequence, floor)
