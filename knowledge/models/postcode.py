"""Postcodes of the ONS postcode directory: one row a district, not one a postcode."""

from sqlalchemy import Column, Integer, LargeBinary, String, Text

from knowledge.models.base import Base
from knowledge.models.privacy import public
from knowledge.models.types import LondonTime, PartialDateColumn


class PostcodeDistrict(Base):
    """A postcode district and the places its postcodes are in.

    `places` are GSS codes of areas and names of other nations, "|" between them, most postcodes first.
    `units` says which of them each postcode is in (see `knowledge.postcodes.packing`).
    """

    __tablename__ = "postcode_district"
    privacy = public("which council a postcode is in", "the next import of postcodes")
    district = Column(String(4), primary_key=True)
    places = Column(Text, nullable=False)
    postcodes = Column(Integer, nullable=False)
    units = Column(LargeBinary, nullable=False)


class PostcodeRelease(Base):
    """The file the postcodes came from. `as_at` is the newest month a postcode in it was brought in."""

    __tablename__ = "postcode_release"
    privacy = public("which file the postcodes came from", "the next import of postcodes")
    id = Column(Integer, primary_key=True)
    origin = Column(String(200), nullable=False)
    as_at = Column(PartialDateColumn)
    postcodes = Column(Integer, nullable=False)
    loaded_at = Column(LondonTime, nullable=False)
