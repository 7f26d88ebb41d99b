"""Local services of an area, as seen on public pages."""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import relationship

from knowledge.models.base import Base
from knowledge.models.privacy import public


class LocalService(Base):
    """A local offer website, a SENDIASS or a parent carer forum."""

    __tablename__ = "local_service"
    privacy = public("published addresses of local services")
    id = Column(Integer, primary_key=True)
    gss_code = Column(String(9), ForeignKey("local_area.gss_code"), nullable=False, index=True)
    kind = Column(String(20), nullable=False)
    name = Column(String(200), nullable=False)
    url = Column(String(500))
    phone = Column(String(30))
    source_url = Column(String(500), nullable=False)

    area = relationship("LocalArea", back_populates="services")
