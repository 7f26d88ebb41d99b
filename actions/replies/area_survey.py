"""area.survey: is the survey open, and can I still give my views?"""

from __future__ import annotations

import datetime as dt

from actions.calendars.files import survey_links
from actions.replies import inspections
from actions.replies.lookup_reply import LookUp
from actions.replies.parts import source_by_id, window_source
from actions.reply import Reply, SourceNote
from knowledge.calendar.survey_state import SurveyState, SurveyStatus, survey_status
from knowledge.clock import moment_in_words
from knowledge.models import SurveyWindow

TOPIC = "area.survey"
_TOLD_OF = {
    SurveyState.ANNOUNCED: ("notify.survey",),
    SurveyState.UNDER_WAY: ("notify.report",),
    SurveyState.REPORT_AWAITED: ("notify.report",),
    SurveyState.REPORTED: ("notify.survey",),
}
"""What people can ask to be told of, by how the survey stands."""
AUDIENCES = ("parent_carer", "young_person", "practitioner")


def compose(look_up: LookUp) -> Reply:
    """The state of each known survey, or how families usually hear and what they can do meanwhile."""
    said, sources = lines(look_up)
    if not said:
        return _none_known(look_up)
    steps = ["views.survey_find_link", "views.survey_questions", "views.survey_missed", "area.outcome"]
    steps[:0] = _TOLD_OF.get(states(look_up)[0][0].state, ())
    links = survey_links(look_up.desk, look_up.record, look_up.now)
    return look_up.reply(TOPIC, said, sources, steps, calendar=links[0] if links else None)


def lines(look_up: LookUp) -> tuple[list[str], list[SourceNote]]:
    """What is known of each survey, in sentences, with the sources; nothing when none is known."""
    copy, said, sources = look_up.desk.copy["areas"]["survey"], [], []
    found = states(look_up)
    for status, window in found:
        said.append(sentence(look_up, window.audience, status, window))
        if window.link and status.state in (SurveyState.OPEN, SurveyState.OPEN_CLOSING_UNKNOWN):
            said.append(copy["link"].format(link=window.link))
        sources.append(window_source(look_up.desk, window, look_up.area))
    if found and found[0][0].state in (SurveyState.UNDER_WAY, SurveyState.REPORT_AWAITED):
        said.append(copy["report_after"])
    return said, sources


def states(look_up: LookUp) -> list[tuple[SurveyStatus, SurveyWindow]]:
    """Where the newest known survey for each audience stands; audiences without one are left out."""
    return [found for audience in AUDIENCES if (found := state(look_up, audience))]


def state(look_up: LookUp, audience: str) -> tuple[SurveyStatus, SurveyWindow] | None:
    """Where the newest known survey for this audience stands, with its window; None when none is known."""
    found = look_up.record.window(audience)
    if found is None:
        return None
    window, row = found
    newest = look_up.record.newest
    published = newest.published.last_day if newest else None
    return survey_status(window, published, look_up.now), row


def sentence(look_up: LookUp, audience: str, status: SurveyStatus, window: SurveyWindow) -> str:
    """How one survey stands, in words."""
    copy = look_up.desk.copy["areas"]["survey"]
    return copy[status.state.value].format(
        audience=copy["audiences"][audience],
        area=look_up.area,
        opens=moment(window.opens),
        closes=moment(window.closes) if window.closes else "",
        left=_left(status),
    )


def _left(status: SurveyStatus) -> str:
    if status.hours_left is None:
        return ""
    count, unit = (status.days_left, "day") if status.hours_left >= 48 else (status.hours_left, "hour")
    if count == 0:
        return "less than an hour"
    return f"{count} {unit}{'' if count == 1 else 's'}"


def moment(when: dt.datetime) -> str:
    """A moment in London in words: "9am on Tuesday 7 July 2026"."""
    return moment_in_words(when)


def _none_known(look_up: LookUp) -> Reply:
    desk, record = look_up.desk, look_up.record
    copy = desk.copy["areas"]["survey"]
    lines = [copy["none_known"].format(area=look_up.area)]
    sources = [source_by_id(desk, source) for source in desk.copy["areas"]["survey_sources"]]
    sources.insert(0, source_by_id(desk, desk.copy["areas"]["record_source"]))
    lines += [copy["how_you_hear"], copy["meanwhile"]]
    if record.newest:
        lines.append(copy["last"].format(when=inspections.month_of(record.newest)))
    steps = ["notify.survey", "views.no_inspection_now", "area.parent_carer_forum", "area.next_inspection"]
    return look_up.reply(TOPIC, lines, sources, steps, status="not_on_record")
