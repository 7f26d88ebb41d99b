"""Survey windows: the few days in which families can answer."""

from sqlalchemy import Column, ForeignKey, Integer, String

from knowledge.models.base import Base
from knowledge.models.types import LondonTime, PartialDateColumn


class SurveyWindow(Base):
    """When one area's survey for one audience is open. `closes` is None when the time is not known.

    `source_date` is the date of the source, or the day somebody saw it. `added_at` is when it was written down here.
    """

    __tablename__ = "survey_window"
    id = Column(Integer, primary_key=True)
    gss_code = Column(String(9), ForeignKey("local_area.gss_code"), nullable=False, index=True)
    audience = Column(String(20), nullable=False)
    opens = Column(LondonTime, nullable=False)
    closes = Column(LondonTime)
    link = Column(String(500))
    source_url = Column(String(500), nullable=False)
    source_title = Column(String(300))
    source_date = Column(PartialDateColumn)
    added_at = Column(LondonTime)
