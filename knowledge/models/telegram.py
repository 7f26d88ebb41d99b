"""What the Telegram channel keeps of a message until it is answered."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Text, UniqueConstraint

from knowledge.models.base import Base
from knowledge.models.types import LondonTime


class TelegramUpdate(Base):
    """One update of Telegram's, written down before Telegram may forget it, and answered once.

    `chat` is a keyed hash. `body` is what is needed to answer, sealed, and `before` the conversation as it was,
    sealed; both are gone, and `chat` is empty, once `finished_at` is set. `sequence` names the row of numbers that
    `message_id` comes from: "" for all private chats together, a keyed hash of the chat for a supergroup.
    """

    __tablename__ = "telegram_update"
    __table_args__ = (UniqueConstraint("bot", "update_id"),)
    id = Column(Integer, primary_key=True)
    bot = Column(BigInteger, nullable=False)
    update_id = Column(BigInteger, nullable=False)
    chat = Column(String(64), nullable=False)
    sequence = Column(String(64), nullable=False)
    message_id = Column(BigInteger)
    body = Column(Text)
    before = Column(Text)
    received_at = Column(LondonTime, nullable=False)
    composed_at = Column(LondonTime)
    finished_at = Column(LondonTime, index=True)


class TelegramPart(Base):
    """One thing to send in answer to an update: claimed before it is sent, settled after, with a `result`.

    `body` is sealed and gone once settled. `floor` is the highest message id known when it was claimed:
    the message, if it went out, has a higher one. `message_id` is what Telegram called it.
    """

    __tablename__ = "telegram_part"
    __table_args__ = (UniqueConstraint("update_row", "position"),)
    id = Column(Integer, primary_key=True)
    update_row = Column(Integer, ForeignKey("telegram_update.id", ondelete="CASCADE"), nullable=False)
    position = Column(Integer, nullable=False)
    body = Column(Text)
    floor = Column(BigInteger)
    claimed_at = Column(LondonTime)
    settled_at = Column(LondonTime)
    result = Column(String(20))
    message_id = Column(BigInteger)
