"""One pass over the rows of a postcode directory, keeping a few bytes of each postcode."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from knowledge.errors import BadFile, BadRow
from knowledge.postcodes.codes import COUNTY, NATIONS, AreaCodes, UnknownCode, is_area
from knowledge.postcodes.columns import Columns, find_columns
from knowledge.postcodes.opening import DirectoryFile
from knowledge.postcodes.packing import INWARD, OUTWARD, DistrictBuilder, TwoPlaces, pack

SEPARATOR = "|"
"""Between the places of a district."""

_ROWS_A_STEP = 2_000
_INWARD_LENGTH = 3
_LEFT_OUT = 0
_ADVICE = "is not the GSS code of a known area (where councils have changed, add it to knowledge/data/former_codes.csv)"

Progress = Callable[[int, int], None]


@dataclass
class Counts:
    """What was taken from a directory, and what was left out: counts of postcodes. `newest` is a month, "202502"."""

    postcodes: int = 0
    districts: int = 0
    ended: int = 0
    without_area: int = 0
    newest: str = field(default="", repr=False)


class DirectoryReader:
    """Reads a directory, then gives the rows of the table."""

    def __init__(self, file: DirectoryFile, codes: AreaCodes):
        self._file, self._codes = file, codes
        self._districts: dict[str, DistrictBuilder] = {}
        self._places: list[str] = []  # a place is numbered from 1, in the order they are met
        self._known: dict[tuple[str, str, str], int] = {}
        self.counts = Counts()

    def read(self, progress: Progress) -> None:
        """Reads every row; `progress` is told the bytes read and the bytes there are. Raises BadFile or BadRow."""
        reader = csv.reader(self._file.lines(), strict=True)
        try:
            columns = find_columns(self._file.name, next(reader, ()))
            while rows := list(islice(reader, _ROWS_A_STEP)):
                self._take(rows, reader.line_num - len(rows), columns)
                progress(self._file.bytes_read, self._file.total_bytes)
        except csv.Error as error:
            raise BadFile(self._file.name, f"line {reader.line_num} is not CSV: {error}") from error
        self.counts.districts = len(self._districts)
        if not any(map(is_area, self._places)):
            raise BadFile(self._file.name, "holds no postcode in England that is in use, so nothing was changed")

    def rows(self) -> Iterator[dict]:
        """Yields a row for each district, once. Raises BadRow for a postcode given two places."""
        while self._districts:
            district, builder = self._districts.popitem()
            try:
                counts, units = pack(builder.cells())
            except TwoPlaces as error:
                reason = "has a postcode that stands on an earlier line with another area"
                raise BadRow(self._file.name, error.line, "postcode", district, reason) from None
            places = SEPARATOR.join(self._places[number - 1] for number, _ in counts)
            yield {"district": district, "places": places, "postcodes": sum(n for _, n in counts), "units": units}

    def _take(self, rows: list[list[str]], before: int, columns: Columns) -> None:
        """Takes the rows that follow the line `before`. This loop runs millions of times."""
        counts, known, districts = self.counts, self._known, self._districts
        postcode, introduced, ended, district, county, country, width = columns.positions
        for line, row in enumerate(rows, before + 1):
            if len(row) != width:
                raise BadRow(
                    self._file.name, line, "all", len(row), f"cells are in this row, but the header has {width}"
                )
            if row[ended]:
                counts.ended += 1
                continue
            place = known.get((row[district], row[county], row[country]))
            if place is None:
                place = self._new_place(row, line, columns)
            if place == _LEFT_OUT:
                counts.without_area += 1
                continue
            written = row[postcode].replace(" ", "").upper()
            outward, inward = written[:-_INWARD_LENGTH], INWARD.get(written[-_INWARD_LENGTH:])
            if inward is None or outward not in districts:
                self._new_district(outward, inward, row, line, columns)
            districts[outward].add(inward, place, line)
            counts.postcodes += 1
            if row[introduced] > counts.newest:
                counts.newest = row[introduced]

    def _new_place(self, row: list[str], line: int, columns: Columns) -> int:
        district, county, country = (row[n].strip() for n in (columns.district, columns.county, columns.country))
        try:
            place = self._codes.place(district, county) if district else NATIONS.get(country[:1])
        except UnknownCode as error:
            column = columns.county if error.which == COUNTY else columns.district
            raise BadRow(self._file.name, line, columns.header[column], error.code, _ADVICE) from None
        if place and place not in self._places:
            self._places.append(place)
        number = self._places.index(place) + 1 if place else _LEFT_OUT
        self._known[row[columns.district], row[columns.county], row[columns.country]] = number
        return number

    def _new_district(self, outward: str, inward: int | None, row: list[str], line: int, columns: Columns) -> None:
        if inward is None or not OUTWARD.fullmatch(outward):
            column = columns.header[columns.postcode]
            raise BadRow(self._file.name, line, column, row[columns.postcode], "is not a postcode such as MK40 2TA")
        self._districts[outward] = DistrictBuilder()
