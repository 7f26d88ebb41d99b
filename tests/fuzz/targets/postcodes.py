"""Taking postcodes out: whatever stands round them."""

from __future__ import annotations

from knowledge.postcodes import spot

PLANTED = "MK40 2TA"


def check(data: bytes) -> None:
    """What is spotted stands in the text in order; a postcode between blanks is always among it."""
    around = data.decode("utf-8", "replace")
    half = len(around) // 2
    text = f"{around[:half]} {PLANTED} {around[half:]}"
    spotted = spot(text)
    end = 0
    for one in spotted:
        assert end <= one.start < one.end <= len(text)
        end = one.end
    planted = half + 1
    assert any(one.start <= planted and planted + len(PLANTED) <= one.end for one in spotted)
