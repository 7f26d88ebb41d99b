"""Where facts come from, and what was loaded when."""

from sqlalchemy import Column, Integer, String, Text

from knowledge.models.base import Base
from knowledge.models.privacy import public
from knowledge.models.types import LondonTime, PartialDateColumn


class Source(Base):
    """A page or document that facts come from. `date` is None when the page bears no date."""

    __tablename__ = "source"
    privacy = public("where facts come from")
    id = Column(String(60), primary_key=True)
    title = Column(String(300), nullable=False)
    publisher = Column(String(200), nullable=False)
    url = Column(String(500), nullable=False)
    date = Column(PartialDateColumn)
    last_checked = Column(PartialDateColumn, nullable=False)


class DataRelease(Base):
    """One load of data: what it was, where it came from, and the day up to which it is true."""

    __tablename__ = "data_release"
    privacy = public("what was loaded when")
    id = Column(Integer, primary_key=True)
    name = Column(String(100), nullable=False)
    origin = Column(Text, nullable=False)
    as_at = Column(PartialDateColumn, nullable=False)
    loaded_at = Column(LondonTime, nullable=False)
