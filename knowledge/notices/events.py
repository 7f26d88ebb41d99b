"""The events that people can ask to be told of."""

from __future__ import annotations

SURVEY_ANNOUNCED = "survey_announced"
SURVEY_OPENS = "survey_opens"
SURVEY_CLOSES = "survey_closes"
REPORT = "report"
MONITORING = "monitoring"

SURVEY_EVENTS = (SURVEY_ANNOUNCED, SURVEY_OPENS, SURVEY_CLOSES)
REPORT_EVENTS = (REPORT, MONITORING)
ALL_EVENTS = (*SURVEY_EVENTS, *REPORT_EVENTS)
