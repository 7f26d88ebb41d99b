"""What can be searched: one row a topic, filled when facts are loaded."""

from sqlalchemy import Column, String, Text

from knowledge.models.base import Base
from knowledge.models.privacy import public


class Searchable(Base):
    """A topic's title and its answer, for full-text search."""

    __tablename__ = "searchable"
    privacy = public("our own answers, to be searched")
    topic = Column(String(60), primary_key=True)
    title = Column(Text, nullable=False)
    body = Column(Text, nullable=False)
