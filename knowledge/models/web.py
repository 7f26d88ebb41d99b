"""What the web channel keeps of a session, no longer than the session lasts."""

from sqlalchemy import Column, ForeignKey, Integer, String, Text, UniqueConstraint

from knowledge.models.base import Base
from knowledge.models.privacy import Privacy
from knowledge.models.types import LondonTime


class WebTurn(Base):
    """One message of a web session and the replies to it; never the person's words.

    `session` is a keyed hash. `replies` is sealed with a key of the session, and None while the
    message is being answered. `feedback_id` is set when the person said whether it was useful.
    """

    __tablename__ = "web_turn"
    privacy = Privacy(
        holds="a keyed hash of a web chat, and our replies in it, sealed; never the person's words",
        why="so that a message is answered once and a reload shows the chat",
        until="the chat ends (WEB_SESSION_MINUTES), or the person clears it",
        over=lambda terms: WebTurn.expires_at <= terms.now,
    )
    __table_args__ = (UniqueConstraint("session", "message_id"),)
    id = Column(Integer, primary_key=True)
    session = Column(String(64), nullable=False)
    message_id = Column(String(64), nullable=False)
    replies = Column(Text)
    claimed_at = Column(LondonTime, nullable=False)
    expires_at = Column(LondonTime, nullable=False, index=True)
    feedback_id = Column(Integer, ForeignKey("feedback.id", ondelete="SET NULL"))
