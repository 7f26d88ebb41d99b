"""Postcodes are taken out of messages before anything else sees them."""

from __future__ import annotations

from bot.guard.postcodes import MARK, MOST_LOOKED_UP, PostcodeGuard
from knowledge.postcodes import FOUND, FoundPostcode, Postcode


class FakeFinder:
    """Finds every postcode in Bedford, and counts."""

    def __init__(self):
        self.asked: list[Postcode] = []

    async def find(self, postcode: Postcode) -> FoundPostcode:
        """Says Bedford."""
        self.asked.append(postcode)
        return FoundPostcode(FOUND, ("E06000055",))


async def test_postcodes_become_marks():
    """Each postcode is replaced, and what was found says where its mark stands."""
    kept = await PostcodeGuard(FakeFinder()).take_out("from MK40 2TA to mk412ab ok?")
    assert kept.text == f"from {MARK} to {MARK} ok?"
    assert [kept.text[one["start"] : one["end"]] for one in kept.found] == [MARK, MARK]
    assert [one["district"] for one in kept.found] == ["MK40", "MK41"]
    assert "2TA" not in repr(kept).upper()


async def test_a_message_without_postcodes_is_left_as_it_is():
    """Nothing is looked up, and nothing changes."""
    finder = FakeFinder()
    kept = await PostcodeGuard(finder).take_out("has bedford been inspected in 2024")
    assert (kept.text, kept.found, finder.asked) == ("has bedford been inspected in 2024", (), [])


async def test_few_are_looked_up_and_all_are_taken_out():
    """A message full of postcodes makes no flood of look-ups."""
    finder = FakeFinder()
    kept = await PostcodeGuard(finder).take_out(", ".join(f"MK40 {n}TA" for n in range(9)))
    assert len(finder.asked) == len(kept.found) == MOST_LOOKED_UP
    assert kept.text == ", ".join([MARK] * 9)
