"""Finding areas in what people write."""

from nlu.areas.finder import AreaFinder
from nlu.areas.mention import Mention
from nlu.areas.names import NameIndex, read_names

__all__ = ["AreaFinder", "Mention", "NameIndex", "read_names"]
