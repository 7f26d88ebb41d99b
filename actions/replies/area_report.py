"""area.report_inspection: somebody says that their area is being inspected."""

from __future__ import annotations

from actions.replies import area_survey
from actions.replies.lookup_reply import LookUp
from actions.replies.parts import source_by_id
from actions.reply import Reply
from knowledge.calendar.survey_state import SurveyState

TOPIC = "area.report_inspection"
ON_RECORD = frozenset(
    {SurveyState.ANNOUNCED, SurveyState.OPEN, SurveyState.OPEN_CLOSING_UNKNOWN, SurveyState.UNDER_WAY}
)
"""States in which the inspection that a person tells of is known already."""


def compose(look_up: LookUp) -> Reply:
    """Thanks for it, and keeps it for staff without the person's words. It is never shown as a fact from here."""
    desk, copy = look_up.desk, look_up.desk.copy["areas"]["report"]
    if any(found[0].state in ON_RECORD for found in area_survey.states(look_up)):
        return _known(look_up)
    first = desk.store.report_inspection(look_up.talk.person, look_up.record.area.gss_code, look_up.now)
    said_again = look_up.talk.topic == TOPIC  # in simpler words, say
    lines = [copy["thanks"].format(area=look_up.area), *([] if first or said_again else [copy["again"]]), copy["waits"]]
    lines += [copy["look"], desk.copy["areas"]["survey"]["how_you_hear"]]
    sources = [source_by_id(desk, source) for source in desk.copy["areas"]["survey_sources"]]
    return look_up.reply(TOPIC, lines, sources, ["area.parent_carer_forum", "views.how", "area.survey"])


def _known(look_up: LookUp) -> Reply:
    """What is on record, with its source: there is nothing for staff to check."""
    lead = look_up.desk.copy["areas"]["report"]["known"].format(area=look_up.area)
    lines, sources = area_survey.lines(look_up)
    return look_up.reply(TOPIC, [lead, *lines], sources, ["views.how", "views.survey_questions", "area.survey"])
