"""Postcodes: reading them, and finding the area they are in. Never stored, never logged."""

from knowledge.postcodes.codes import AreaCodes, UnknownCode, read_area_codes
from knowledge.postcodes.finder import PostcodeFinder
from knowledge.postcodes.found import FOUND, UNAVAILABLE, UNKNOWN, FoundPostcode
from knowledge.postcodes.reading import Postcode, read_district, read_full
from knowledge.postcodes.service import PostcodeService
from knowledge.postcodes.spotting import Spotted, spot
from knowledge.postcodes.table import PostcodeTable

__all__ = [
    "FOUND",
    "UNAVAILABLE",
    "UNKNOWN",
    "AreaCodes",
    "FoundPostcode",
    "Postcode",
    "PostcodeFinder",
    "PostcodeService",
    "PostcodeTable",
    "Spotted",
    "UnknownCode",
    "read_area_codes",
    "read_district",
    "read_full",
    "spot",
]
