"""The area finder: it never fails, and what it finds stands in the text."""

from __future__ import annotations

from functools import lru_cache

from knowledge.loading.areas import read_areas
from knowledge.loading.load import BUNDLED
from nlu.areas import AreaFinder
from nlu.examples import read_examples
from nlu.training import train_finder

LONGEST = 400


@lru_cache(maxsize=1)
def _finder() -> AreaFinder:
    return train_finder([question for _, question in read_examples()])


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(area.gss_code for area in read_areas(BUNDLED))


def check(data: bytes) -> None:
    """Mentions are in order, apart from each other, as written in the text, and of areas there are."""
    text = data.decode("utf-8", "replace")[:LONGEST]
    end = 0
    for mention in _finder().find(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.said
        assert set(mention.codes) <= _codes()
        assert mention.codes or mention.nation
        end = mention.end
