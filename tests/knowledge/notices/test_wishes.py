"""Which events a person means."""

from __future__ import annotations

import pytest

from knowledge.notices.events import ALL_EVENTS, REPORT_EVENTS, SURVEY_EVENTS
from knowledge.notices.wishes import events_meant


@pytest.mark.parametrize(
    ("wish", "events"),
    [
        ("tell me when the survey opens in Leeds", SURVEY_EVENTS),
        ("remind me the day before it shuts", SURVEY_EVENTS),
        ("ping me when the Surrey report drops", REPORT_EVENTS),
        ("message me when you know the result", REPORT_EVENTS),
        ("let me know when Norfolk's monitoring report is published", REPORT_EVENTS),
        ("tell me about Leeds", ALL_EVENTS),
        ("tell me if croydon gets inspected", ALL_EVENTS),
        ("tell me when the survey opens and when the report is out", ALL_EVENTS),
        ("", ALL_EVENTS),
    ],
)
def test_a_wish_names_its_events(wish, events):
    """Words about surveys mean surveys, words about reports mean reports, neither or both means everything."""
    assert events_meant(wish) == events
