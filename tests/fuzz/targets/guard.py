"""The guard: whatever is sent, what comes out is plain text or a refusal."""

from __future__ import annotations

import unicodedata

from bot.guard.text import guard

LONGEST = 500


def check(data: bytes) -> None:
    """No command, no hidden character, nothing too long; guarding twice changes nothing."""
    guarded = guard(data.decode("utf-8", "surrogateescape"), LONGEST)
    assert bool(guarded.text) != bool(guarded.refusal)
    assert not guarded.text.startswith("/")
    assert len(guarded.text) <= LONGEST
    hidden = [char for char in guarded.text if unicodedata.category(char)[0] == "C" and char not in "\n\t"]
    assert hidden == []
    if guarded.text:
        assert guard(guarded.text, LONGEST) == guarded
