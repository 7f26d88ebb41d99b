"""Survey windows: the few days in which families can answer."""

from sqlalchemy import Column, ForeignKey, Integer, String

from knowledge.models.base import Base
from knowledge.models.privacy import public
from knowledge.models.types import LondonTime


class SurveyWindow(Base):
    """When one area's survey for one audience is open. `closes` is None when the time is not known."""

    __tablename__ = "survey_window"
    privacy = public("when surveys are open; entered by staff", "staff remove it")
    id = Column(Integer, primary_key=True)
    gss_code = Column(String(9), ForeignKey("local_area.gss_code"), nullable=False, index=True)
    audience = Column(String(20), nullable=False)
    opens = Column(LondonTime, nullable=False)
    closes = Column(LondonTime)
    link = Column(String(500))
    source_url = Column(String(500), nullable=False)
