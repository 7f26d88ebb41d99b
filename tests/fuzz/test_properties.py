"""Every target, over made input: random bytes and text, and seeds cut and joined."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS, target

TRIES = 200


def near(name: str) -> st.SearchStrategy[bytes]:
    """Bytes that are often nearly right: pieces of seeds with something between them."""
    known = st.sampled_from(seeds(name))
    piece = st.tuples(known, st.integers(0, 80), st.integers(0, 80)).map(lambda cut: cut[0][cut[1] : cut[1] + cut[2]])
    odd = st.one_of(st.binary(max_size=20), st.text(max_size=20).map(lambda text: text.encode("utf-8", "replace")))
    return st.one_of(known, st.lists(st.one_of(piece, odd), max_size=6).map(b"".join), st.binary(max_size=200))


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_promised_holds_for_any_input(name):
    """Nothing a stranger sends makes a reader of input fail or break its promise."""

    check = target(name)

    @settings(max_examples=TRIES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(near(name))
    def try_it(data: bytes) -> None:
        check(data)

    try_it()
