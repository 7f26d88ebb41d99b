"""`import_postcodes` builds the table of postcodes from the ONS postcode directory, all or nothing."""

from __future__ import annotations

import datetime as dt
from itertools import islice
from pathlib import Path

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from knowledge import database
from knowledge.errors import BadDate
from knowledge.models import PostcodeDistrict, PostcodeRelease
from knowledge.partial_date import PartialDate
from knowledge.postcodes.codes import read_area_codes
from knowledge.postcodes.directory import Counts, DirectoryReader, Progress
from knowledge.postcodes.opening import open_directory

_DISTRICTS_A_STEP = 200
_LONGEST_ORIGIN = 200


def import_postcodes(url: str, path: Path, now: dt.datetime, progress: Progress = lambda done, total: None) -> Counts:
    """Replaces the table of postcodes in the database at `url` by that of the directory `path` (CSV or zip).

    Ended postcodes are left out, and so are those that the directory gives no area. `progress` is told the bytes
    read and the bytes there are. Raises BadFile or BadRow, and then the old table stays as it was.
    """
    database.upgrade(url)
    engine = database.connect(url, database.LOADING_PATIENCE)
    try:
        with Session(engine, future=True) as session:
            codes = read_area_codes(session)
        with open_directory(path) as file:
            reader = DirectoryReader(file, codes)
            reader.read(progress)
        with Session(engine, future=True) as session, session.begin():
            _replace(session, reader, path.name, now)
        return reader.counts
    finally:
        engine.dispose()


def _replace(session: Session, reader: DirectoryReader, origin: str, now: dt.datetime) -> None:
    session.execute(delete(PostcodeDistrict))
    session.execute(delete(PostcodeRelease))
    rows = reader.rows()
    while batch := list(islice(rows, _DISTRICTS_A_STEP)):
        session.execute(insert(PostcodeDistrict), batch)
    release = PostcodeRelease(origin=origin[:_LONGEST_ORIGIN], postcodes=reader.counts.postcodes, loaded_at=now)
    release.as_at = _month(reader.counts.newest)
    session.add(release)


def _month(written: str) -> PartialDate | None:
    """The month that the directory writes as "202502", or None when it is none."""
    try:
        return PartialDate(f"{written[:4]}-{written[4:6]}")
    except BadDate:
        return None
