"""Which message ids of a bot are known, so that a message in doubt can be looked for among the others.

Private chats and small groups of one account share one rising row of message ids; each supergroup has its own.
(core.telegram.org/api/peers and core.telegram.org/method/messages.getMessages: ids are unique for an account except
in channels and supergroups.)
"""

from __future__ import annotations

from sqlalchemy.engine import Engine

from bot.channels.telegram import statements as sql

SHARED = ""


class KnownIds:
    """The ids of what came in, of answers and of notices, by sequence."""

    def __init__(self, engine: Engine):
        self._engine = engine
        self._highest: dict[str, int] = {}

    def note(self, sequence: str, message_id: int) -> None:
        """A message with this id is known to exist."""
        self._highest[sequence] = max(message_id, self.highest(sequence))

    def highest(self, sequence: str) -> int:
        """The highest id known; 0 when none is."""
        if sequence not in self._highest:
            self._highest[sequence] = max(self.above(sequence, 0), default=0)
        return self._highest[sequence]

    def above(self, sequence: str, floor: int) -> set[int]:
        """The known ids above `floor`."""
        given = {"of_sequence": sequence, "floor": floor}
        queries = [sql.INCOMING_IDS, sql.SENT_IDS] + ([sql.NOTICE_IDS] if sequence == SHARED else [])
        with self._engine.connect() as db:
            return {found for query in queries for found in db.execute(query, given).scalars()}
