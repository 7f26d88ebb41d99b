"""What our own answers say: phone numbers and names that are nobody's own, so that asking about them is safe."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.loading.load import BUNDLED
from knowledge.topics import all_topics

_NUMBER = re.compile(r"(?<![\w/])\+?\d[\d ]{4,14}\d(?![\w/])")
_FILES = ("help_contacts.csv", "local_services.csv")


@lru_cache(maxsize=1)
def published_numbers() -> frozenset[str]:
    """The digits of every phone number in our topics and data files. Raises BadFile for a broken topic file."""
    texts = [(BUNDLED / name).read_text(encoding="utf-8") for name in _FILES]
    for topic in all_topics().values():
        texts += [topic.standard, topic.easy_read]
    return frozenset(
        re.sub(r"\D", "", number) for text in texts for number in _NUMBER.findall(re.sub(r"https?://[^\s,]+", "", text))
    )
