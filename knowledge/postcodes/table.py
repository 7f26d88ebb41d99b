"""Looking postcodes up in the imported table."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from knowledge.models import PostcodeDistrict, PostcodeRelease
from knowledge.postcodes.codes import is_area
from knowledge.postcodes.directory import SEPARATOR
from knowledge.postcodes.found import CANT_LOOK_UP, FOUND, UNKNOWN, FoundPostcode
from knowledge.postcodes.packing import unpack
from knowledge.postcodes.reading import LETTERED, Postcode


class PostcodeTable:
    """The table in the database. Read anew each time, so an import counts at once. Safe to share between threads."""

    def __init__(self, maker: Callable[[], Session]):
        self._session = maker

    def find(self, postcode: Postcode) -> FoundPostcode:
        """Where a postcode is. UNAVAILABLE when no directory has been imported."""
        with self._session() as session:
            rows = session.execute(_wanted(postcode.district)).all()
            if not rows and not session.scalar(select(exists().where(PostcodeRelease.id.is_not(None)))):
                return CANT_LOOK_UP
        whole = _in_places(FOUND if rows else UNKNOWN, (p for row in rows for p in row.places.split(SEPARATOR)))
        if postcode.inward is None or not rows:
            return whole
        for row in rows:
            position = unpack(row.units, postcode.inward)
            if row.district == postcode.district and position is not None:
                return _in_places(FOUND, [row.places.split(SEPARATOR)[position]])
        return FoundPostcode(UNKNOWN, whole.codes, whole.nations)


def _wanted(district: str):
    """The rows of a district. "SW1" means all of "SW1A", "SW1E" and so on."""
    columns = select(PostcodeDistrict.district, PostcodeDistrict.places, PostcodeDistrict.units)
    if district in LETTERED:
        lettered = PostcodeDistrict.district.between(f"{district}A", f"{district}Z")
        return columns.where((PostcodeDistrict.district == district) | lettered).order_by(PostcodeDistrict.district)
    return columns.where(PostcodeDistrict.district == district)


def _in_places(status: str, places: Iterable[str]) -> FoundPostcode:
    each = tuple(dict.fromkeys(places))
    return FoundPostcode(
        status, tuple(place for place in each if is_area(place)), tuple(place for place in each if not is_area(place))
    )
