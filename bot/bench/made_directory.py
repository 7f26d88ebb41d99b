"""Makes a file in the form and size of the ONS postcode directory, with made-up postcodes and real GSS codes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from knowledge.loading.areas import read_areas
from knowledge.loading.load import BUNDLED
from knowledge.postcodes.reading import FORMS

ENDED_SHARE = 0.33
"""About a third of the rows of a real directory are of postcodes no longer in use."""

HEADER = (
    "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind,oshlthau,nhser,"
    "ctry,rgn,streg,pcon,eer,teclec,ttwa,pct,itl,statsward,oa01,casward,npark,lsoa01,msoa01,ur01ind,oac01,oa11,lsoa11,"
    "msoa11,wz11,sicbl,bua24,ru11ind,oac11,lat,long,lep1,lep2,pfa,imd,calncv,icb,oa21,lsoa21,msoa21"
)
NO_COUNTY, NO_DISTRICT = "E99999999", "E07000103"
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
_OTHER_NATIONS = ("W06000015", "S12000033", "N09000003")
_TAIL_OF_REAL_LENGTH = (
    "E04012345,0,0497430,0210510,1,E18000003,E40000007,{country},E12000006,0,E14001234,E15000006,E24000006,E30000056,"
    "E16000049,TLH123,26UKGQ,E00119876,26UKGQ,E65000001,E01023456,E02004912,1,4A1,E00119876,E01023456,E02004912,"
    "E33050211,E38000049,E63009876,C1,5B3,51.655929,-0.396010,E37000010,E37000017,E23000027,24321,E56000028,"
    "E54000025,E00119876,E01023456,E02004912"
)


def row(postcode: str, district: str, county: str = NO_COUNTY, country: str = "E92000001", ended: str = "") -> str:
    """One line for a postcode such as "MK40 2TA", without the line's end."""
    outward, _, inward = postcode.partition(" ")
    seven, eight = f"{outward:<4}{inward}", f"{outward:<4} {inward}"
    tail = _TAIL_OF_REAL_LENGTH.format(country=country)
    return f"{seven},{eight},{postcode},198001,{ended},{county},E99999999,{district},E05009876,{tail}"


def write(path: Path, rows: int, step: Callable[[int], None] = lambda done: None, seed: int = 1) -> None:
    """Writes a directory of so many rows. Neighbouring postcodes share an area, as they do in the real one."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER + "\r\n")
        for done, (postcode, place) in enumerate(zip(_postcodes(rows), _places(chance), strict=False), 1):
            ended = "202001" if chance.random() < ENDED_SHARE else ""
            file.write(row(postcode, *place, ended=ended) + "\r\n")
            if done % 10_000 == 0:
                step(done)


def _postcodes(count: int) -> Iterator[str]:
    """Different postcodes, spread over as many districts as there are in the real directory."""
    districts = [f"{area}{number}" for area, number in product(FORMS["areas"].split(), range(1, 25))]
    for_each, more = divmod(count, len(districts))
    for position, district in enumerate(districts):
        inward = product("0123456789", _LETTERS, _LETTERS)
        for _ in range(for_each + (position < more)):
            yield f"{district} {''.join(next(inward))}"


def _places(chance: random.Random) -> Iterator[tuple[str, str, str]]:
    """District, county and country code for each postcode in turn: the same for a few hundred at a time."""
    codes = [area.gss_code for area in read_areas(BUNDLED)]
    while True:
        if chance.random() < 0.12:
            code = chance.choice(_OTHER_NATIONS)
            place = (code, f"{code[0]}99999999", f"{code[0]}92000004")
        else:
            code = chance.choice(codes)
            place = (NO_DISTRICT, code) if code.startswith("E10") else (code, NO_COUNTY)
            place = (*place, "E92000001")
        for _ in range(chance.randint(50, 900)):
            yield place
