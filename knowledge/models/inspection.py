"""Inspections under both frameworks, and what reports said must improve."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, String, Text
from sqlalchemy.orm import relationship

from knowledge.models.base import Base
from knowledge.models.privacy import public
from knowledge.models.types import PartialDateColumn


class Inspection(Base):
    """One inspection of one area: framework 2016 or 2023; full, monitoring or revisit.

    `start` and `end` are the first and last day on site. `outcome` is 1 to 3 for a full inspection
    under the framework of 2023, else None. `result` holds in words what a monitoring inspection or
    a revisit found.
    """

    __tablename__ = "inspection"
    privacy = public("published inspections")
    __table_args__ = (CheckConstraint("outcome IS NULL OR outcome BETWEEN 1 AND 3", name="outcome"),)
    id = Column(Integer, primary_key=True)
    gss_code = Column(String(9), ForeignKey("local_area.gss_code"), nullable=False, index=True)
    framework = Column(Integer, nullable=False)
    kind = Column(String(12), nullable=False)
    start = Column(PartialDateColumn)
    end = Column(PartialDateColumn)
    published = Column(PartialDateColumn)
    outcome = Column(Integer)
    result = Column(Text)
    written_statement_of_action = Column(String(3))
    report_url = Column(String(500))
    source_url = Column(String(500), nullable=False)
    as_at = Column(PartialDateColumn)

    area = relationship("LocalArea", back_populates="inspections")
    findings = relationship("Finding", back_populates="inspection", order_by="Finding.position")


class Finding(Base):
    """One area for priority action or area for improvement of a report, in our own words."""

    __tablename__ = "finding"
    privacy = public("what published reports say, in our words")
    id = Column(Integer, primary_key=True)
    inspection_id = Column(Integer, ForeignKey("inspection.id"), nullable=False, index=True)
    position = Column(Integer, nullable=False)
    kind = Column(String(20), nullable=False)
    who = Column(String(200))
    summary = Column(Text, nullable=False)
    themes = Column(String(300), nullable=False, default="")

    inspection = relationship("Inspection", back_populates="findings")
