"""Messages are answered while the database can't be written; only a reload does not show those answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.web.session import Session
from bot.channels.web.turns import Replies, Turns
from bot.memory.outage import Outage


class SteadyTurns:
    """Turns as answering needs them. Within this process a message is still answered once."""

    def __init__(self, turns: Turns):
        self._turns, self._outage = turns, Outage("web turns can't be kept")

    def claim(self, session: Session, message_id: str) -> bool:
        """True when this message is ours to answer, also when nobody can tell."""
        return self._try(lambda: self._turns.claim(session, message_id), otherwise=True)

    def release(self, session: Session, message_id: str) -> None:
        """Gives a claim back when that can be done; else it can be taken over after a while."""
        self._try(lambda: self._turns.release(session, message_id), otherwise=None)

    def keep(self, session: Session, message_id: str, replies: Replies) -> None:
        """Keeps the replies when that can be done; the person gets them in any case."""
        self._try(lambda: self._turns.keep(session, message_id, replies), otherwise=None)

    def replies(self, session: Session, message_id: str) -> Replies | None:
        """The replies to a message; None when there are none that can be read."""
        return self._try(lambda: self._turns.replies(session, message_id), otherwise=None)

    def wipe(self, session: Session, spared: str = "") -> dict[str, int]:
        """Deletes; raises when that can't be done, so that nobody is told it was."""
        return self._turns.wipe(session, spared)

    def _try(self, work: Callable[[], Any], otherwise: Any) -> Any:
        if self._outage.fresh:
            return otherwise
        try:
            done = work()
        except SQLAlchemyError as error:
            self._outage.began(error)
            return otherwise
        self._outage.over()
        return done
