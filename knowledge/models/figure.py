"""National figures and helplines."""

from sqlalchemy import Column, Integer, String, Text

from knowledge.models.base import Base
from knowledge.models.privacy import public
from knowledge.models.types import PartialDateColumn


class NationalFigure(Base):
    """How many inspections had each outcome at a date. `status` is official or count (our own)."""

    __tablename__ = "national_figure"
    privacy = public("published figures")
    as_at = Column(PartialDateColumn, primary_key=True)
    inspections = Column(Integer, nullable=False)
    outcome_1 = Column(Integer, nullable=False)
    outcome_2 = Column(Integer, nullable=False)
    outcome_3 = Column(Integer, nullable=False)
    status = Column(String(10), nullable=False)
    source_url = Column(String(500), nullable=False)
    note = Column(Text, nullable=False)


class HelpContact(Base):
    """A helpline or service that people can turn to. `caution` is for editors."""

    __tablename__ = "help_contact"
    privacy = public("published helplines")
    name = Column(String(100), primary_key=True)
    who_for = Column(Text, nullable=False)
    phone = Column(String(30))
    text = Column(String(30))
    web = Column(String(500))
    hours = Column(Text)
    source_url = Column(String(500), nullable=False)
    caution = Column(Text, nullable=False)
