"""What no reply on several areas may say: words that put one area above another, or grade it."""

from __future__ import annotations

import re

LEAGUE = re.compile(
    r"\b(better|worse|best|worst|rank\w*|beat\w*|league|winner\w*|loser\w*|ahead|behind|outstanding|inadequate|"
    r"good areas?|bad areas?|top|bottom|highest|lowest|score\w*|grade[ds]?)\b",
    re.IGNORECASE,
)
ALLOWED = ("Outcomes are not grades", "Outcomes (results) are not grades")


def league_words(text: str) -> list[str]:
    """The words of a league table in a text, apart from saying that outcomes are not grades."""
    for allowed in ALLOWED:
        text = text.replace(allowed, "")
    return LEAGUE.findall(text)
