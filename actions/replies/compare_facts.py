"""What is set side by side of one area: a value for each label, in words."""

from __future__ import annotations

from actions.replies import area_survey, inspections
from actions.replies.lookup_reply import LookUp
from actions.replies.parts import page_source, report_source, source_by_id
from actions.replies.wording import Wording
from actions.reply import SourceNote
from knowledge.calendar.next_visit import next_full, next_monitoring
from knowledge.calendar.survey_state import SurveyState

LABELS = ("outcome", "on_site", "published", "monitoring", "next", "survey")
FAMILIES = "parent_carer"


def facts(look_up: LookUp, wording: Wording) -> dict[str, str]:
    """The values of one area by label; "monitoring" only when an inspection of that kind is on record."""
    record, newest = look_up.record, look_up.record.newest
    values = {"survey": _survey(look_up, wording)}
    if newest is None:
        unknown = {"on_site": "none", "published": "none", "next": "next_first", "outcome": "outcome_none"}
        return values | {label: wording.get("values", key) for label, key in unknown.items()}
    values |= {
        "outcome": wording.say(
            "values", "outcome", number=newest.outcome, name=look_up.desk.outcomes[newest.outcome].name
        ),
        "on_site": inspections.days_of(newest) or wording.get("values", "unknown"),
        "published": newest.published.words(),
        "next": "; ".join(_next(look_up, wording)),
    }
    if record.monitoring:
        month = inspections.month_of(record.monitoring)
        values["monitoring"] = wording.say("values", "monitoring", month=month)
    return values


def _next(look_up: LookUp, wording: Wording) -> list[str]:
    record, today = look_up.record, look_up.now.date()
    newest = record.newest
    visits = [
        next_monitoring(newest.outcome, newest.published, record.monitoring is not None, today),
        next_full(newest.outcome, newest.start, newest.published, today),
    ]
    return [
        wording.say("values", f"next_{visit.kind}{'_past' if visit.is_past else ''}", about=visit.about.words())
        for visit in visits
        if visit
    ]


def _survey(look_up: LookUp, wording: Wording) -> str:
    found = area_survey.state(look_up, FAMILIES)
    if found is None:
        return wording.get("survey", SurveyState.NONE_KNOWN.value)
    status, window = found
    moments = {"opens": area_survey.moment(window.opens), "closes": window.closes and area_survey.moment(window.closes)}
    return wording.say("survey", status.state.value, **moments)


def sources(look_up: LookUp) -> list[SourceNote]:
    """Where the values of one area come from."""
    record, desk = look_up.record, look_up.desk
    if record.newest:
        found = [report_source(desk, record.newest, look_up.area)]
    else:
        general = desk.copy["areas"]
        found = [source_by_id(desk, general[key]) for key in ("record_source", "first_cycle_source")]
    if record.monitoring:
        found.append(page_source(desk, record.monitoring.source_url, look_up.area))
    window = record.window(FAMILIES)
    return [*found, page_source(desk, window[1].source_url, look_up.area)] if window else found
