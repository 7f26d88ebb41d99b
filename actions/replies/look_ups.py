"""Every look-up by its topic. A new look-up is one composer and one line here."""

from __future__ import annotations

from collections.abc import Callable

from actions.replies import (
    area_findings,
    area_history,
    area_next_inspection,
    area_outcome,
    area_report,
    area_set,
    area_survey,
)
from actions.replies.area_service import composer
from actions.replies.lookup_reply import LookUp
from actions.reply import Reply

LOOK_UPS: dict[str, Callable[[LookUp], Reply]] = {
    area_outcome.TOPIC: area_outcome.compose,
    area_survey.TOPIC: area_survey.compose,
    area_next_inspection.TOPIC: area_next_inspection.compose,
    area_findings.TOPIC: area_findings.compose,
    area_history.TOPIC: area_history.compose,
    area_report.TOPIC: area_report.compose,
    area_set.TOPIC: area_set.compose,
    "area.local_offer": composer("local_offer"),
    "area.sendiass": composer("sendiass"),
    "area.parent_carer_forum": composer("parent_carer_forum"),
}
