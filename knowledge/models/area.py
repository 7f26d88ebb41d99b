"""The 153 local areas and every name people use for them."""

from sqlalchemy import Column, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import relationship

from knowledge.models.base import Base
from knowledge.models.privacy import public


class LocalArea(Base):
    """One local area partnership of England, keyed by the GSS code of its council."""

    __tablename__ = "local_area"
    privacy = public("the areas facts are about")
    gss_code = Column(String(9), primary_key=True)
    name = Column(String(80), nullable=False, unique=True)
    council = Column(String(120), nullable=False)
    region = Column(String(40), nullable=False, index=True)
    type = Column(String(40), nullable=False)

    inspections = relationship("Inspection", back_populates="area", order_by="Inspection.published.desc()")
    services = relationship("LocalService", back_populates="area")


class AreaName(Base):
    """Another name of an area. A shared name has one row for each area it can mean."""

    __tablename__ = "area_name"
    privacy = public("names people use for areas")
    __table_args__ = (UniqueConstraint("name", "gss_code"),)
    id = Column(Integer, primary_key=True)
    name = Column(String(80), nullable=False, index=True)
    kind = Column(String(30), nullable=False)
    gss_code = Column(String(9), ForeignKey("local_area.gss_code"), nullable=False)
