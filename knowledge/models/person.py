"""The little that is kept about people, and for as short a time as can be."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Text, UniqueConstraint, and_, exists, or_, text
from sqlalchemy.sql import ColumnElement

from knowledge.models.base import Base
from knowledge.models.privacy import Privacy, Terms
from knowledge.models.types import LondonTime


class Subscription(Base):
    """A person who asked to be told of an event in an area. `person` is a keyed hash."""

    __tablename__ = "subscription"
    privacy = Privacy(
        holds="a keyed hash of a person, the area and event they asked to be told of",
        why="so that they are told",
        until="the person stops it, deletes their data, or blocks the assistant",
    )
    __table_args__ = (UniqueConstraint("person", "gss_code", "event"),)
    id = Column(Integer, primary_key=True)
    person = Column(String(64), nullable=False, index=True)
    channel = Column(String(20), nullable=False)
    gss_code = Column(String(9), ForeignKey("local_area.gss_code"), nullable=False)
    event = Column(String(30), nullable=False)
    created_at = Column(LondonTime, nullable=False)


class Addressee(Base):
    """A person whom a channel can write to, and what they chose once for all.

    `person` is a keyed hash of their address on the channel; `address` is that address, sealed with a key
    from the settings, and only there so that a message can be sent. `settings` is JSON: area, style, language.
    """

    __tablename__ = "addressee"
    privacy = Privacy(
        holds="a keyed hash of a person, their address on the channel (sealed), their area, style and language",
        why="so that a notice they asked for can be sent",
        until="{days} days after they were last seen, once no notice is asked for or waiting",
        over=lambda terms: Addressee.is_over(terms),
    )
    person = Column(String(64), primary_key=True)
    channel = Column(String(20), nullable=False)
    address = Column(String(300), nullable=False)
    settings = Column(Text, nullable=False)
    created_at = Column(LondonTime, nullable=False)
    seen_at = Column(LondonTime, nullable=False, index=True)

    @classmethod
    def is_over(cls, terms: Terms) -> ColumnElement[bool]:
        """The condition of an address that nothing will be sent to: not seen, nothing asked for, nothing waiting."""
        asked = exists().where(Subscription.person == cls.person)
        waiting = exists().where(Outbox.person == cls.person, Outbox.settled_at.is_(None))
        return and_(cls.seen_at < terms.past, ~asked, ~waiting)


class AreaReport(Base):
    """Somebody said that their area is being inspected. Staff confirm it before it is a fact."""

    __tablename__ = "area_report"
    privacy = Privacy(
        holds="a keyed hash of a person, and the area they said is being inspected",
        why="so that staff can confirm it, and one person counts once",
        until="{days} days after it was said",
        over=lambda terms: AreaReport.reported_at < terms.past,
    )
    __table_args__ = (UniqueConstraint("person", "gss_code"),)
    id = Column(Integer, primary_key=True)
    person = Column(String(64), nullable=False)
    gss_code = Column(String(9), ForeignKey("local_area.gss_code"), nullable=False)
    reported_at = Column(LondonTime, nullable=False, index=True)
    state = Column(String(20), nullable=False)
    decided_at = Column(LondonTime)


_WAITS = text("settled_at IS NULL AND claimed_at IS NULL")
"""The rows still to be sent: an index on these alone gives the next one without sorting all that are due."""


class Outbox(Base):
    """One message to one person about one event: the unique key keeps it from being sent twice.

    A row is claimed before it is sent and settled after, with a `result`. `body` is a reply object as JSON,
    the same for everybody. `not_before` and `not_after` bound when it may go out.
    `message_id` is what the channel called it; `floor` the highest id known when the row was claimed.
    """

    __tablename__ = "outbox"
    privacy = Privacy(
        holds="a keyed hash of a person, and a notice about an area",
        why="so that a notice goes out once",
        until="{days} days after it was settled, or after the last moment it could go out",
        over=lambda terms: or_(Outbox.settled_at < terms.past, Outbox.not_after < terms.past),
    )
    __table_args__ = (
        UniqueConstraint("person", "event_key"),
        Index("ix_outbox_due", "not_before", "id", sqlite_where=_WAITS, postgresql_where=_WAITS),
    )
    id = Column(Integer, primary_key=True)
    person = Column(String(64), nullable=False)
    channel = Column(String(20), nullable=False)
    event = Column(String(30), nullable=False)
    event_key = Column(String(100), nullable=False)
    gss_code = Column(String(9), ForeignKey("local_area.gss_code"), nullable=False)
    body = Column(Text, nullable=False)
    created_at = Column(LondonTime, nullable=False)
    not_before = Column(LondonTime, nullable=False)
    not_after = Column(LondonTime)
    attempts = Column(Integer, nullable=False, default=0)
    claimed_at = Column(LondonTime, index=True)
    settled_at = Column(LondonTime, index=True)
    result = Column(String(20))
    message_id = Column(Integer)
    floor = Column(Integer)


class Feedback(Base):
    """Whether one answer on one topic was useful. Holds no words of the person."""

    __tablename__ = "feedback"
    privacy = Privacy(
        holds="no words and no id: a topic, and whether its answer was useful",
        why="so that editors see which answers fail",
        until="{days} days after it was given",
        over=lambda terms: Feedback.created_at < terms.past,
    )
    id = Column(Integer, primary_key=True)
    topic = Column(String(60), nullable=False)
    useful = Column(Integer, nullable=False)
    created_at = Column(LondonTime, nullable=False)


class UnansweredQuestion(Base):
    """A question that found no answer, without personal data, for editors."""

    __tablename__ = "unanswered_question"
    privacy = Privacy(
        holds="a question with every word hidden that our own topics do not use",
        why="so that editors see what is missing",
        until="{days} days after it was asked",
        over=lambda terms: UnansweredQuestion.created_at < terms.past,
    )
    id = Column(Integer, primary_key=True)
    text = Column(Text, nullable=False)
    language = Column(String(8), nullable=False)
    created_at = Column(LondonTime, nullable=False)


class Conversation(Base):
    """What the assistant remembers of one conversation: a few slots and the last turn.

    `person` is a keyed hash of the conversation's id; `state` is JSON, sealed under that id. Rows expire.
    """

    __tablename__ = "conversation"
    privacy = Privacy(
        holds="a keyed hash of a conversation, and, sealed: area, topic, style, language, our last replies and choices",
        why="so that a follow-up question is understood",
        until="{minutes} quiet minutes, or the person deletes their data",
        over=lambda terms: Conversation.updated_at < terms.asleep,
    )
    person = Column(String(255), primary_key=True)
    state = Column(Text, nullable=False)
    updated_at = Column(LondonTime, nullable=False, index=True)
