"""Answers kept for a while."""

from __future__ import annotations

from knowledge.postcodes import FOUND, FoundPostcode, read_district
from knowledge.postcodes.cache import PostcodeCache

BEDFORD = FoundPostcode(FOUND, ("E06000055",))


def test_an_answer_is_kept_until_it_is_too_old():
    """Within its time the answer is given back, after it no more."""
    moments = iter([0.0, 9.0, 11.0])
    cache = PostcodeCache(seconds=10, clock=lambda: next(moments))
    cache.put(read_district("MK40"), BEDFORD)
    assert cache.get(read_district("MK40")) == BEDFORD
    assert cache.get(read_district("MK40")) is None
    assert cache.get(read_district("MK41")) is None


def test_the_oldest_answer_goes_first():
    """No more are kept than allowed."""
    cache = PostcodeCache(most=2, clock=lambda: 0.0)
    for district in ("MK40", "MK41", "MK42"):
        cache.put(read_district(district), BEDFORD)
    assert [cache.get(read_district(d)) for d in ("MK40", "MK41", "MK42")] == [None, BEDFORD, BEDFORD]


def test_no_postcode_is_in_the_cache():
    """What is kept holds a hash, not the postcode."""
    cache = PostcodeCache()
    cache.put(read_district("MK40"), BEDFORD)
    assert "MK40" not in repr(vars(cache))
