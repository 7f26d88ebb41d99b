"""Choosing wording by style and number."""

from __future__ import annotations

import pytest

from actions.replies.wording import Wording, listed

COPY = {
    "list": {"over": "{count} areas in {place}", "over_one": "1 area in {place}", "note": "Long words."},
    "easy_read": {"list": {"note": "Short."}},
}


def test_one_and_many():
    """A single thing has its own sentence where there is one."""
    wording = Wording(COPY, "standard")
    assert wording.counted(1, "list", "over", place="Kent") == "1 area in Kent"
    assert wording.counted(2, "list", "over", place="Kent") == "2 areas in Kent"
    assert wording.counted(1, "list", "note") == "Long words."


def test_easy_read_falls_back():
    """Easy read uses its own words where it has them, the standard ones elsewhere."""
    assert Wording(COPY, "easy_read").get("list", "note") == "Short."
    assert Wording(COPY, "easy_read").get("list", "over") == "{count} areas in {place}"
    assert Wording(COPY, "standard").get("list", "note") == "Long words."


def test_missing_wording_is_named():
    """A wording that no file holds is an error that says where it was looked for."""
    with pytest.raises(KeyError, match="list > gone"):
        Wording(COPY, "standard").get("list", "gone")


@pytest.mark.parametrize(
    ("words", "text"), [(["Kent"], "Kent"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed(words, text):
    """Names are listed as a person says them."""
    assert listed(words) == text
