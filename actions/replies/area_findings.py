"""area.findings: what did the report say must improve?"""

from __future__ import annotations

from actions.replies.lookup_reply import LookUp
from actions.replies.parts import report_source, source_by_id
from actions.reply import Reply
from knowledge.models import Finding

TOPIC = "area.findings"
MOST_SHOWN = 6


def compose(look_up: LookUp) -> Reply:
    """The areas for priority action first, then those for improvement, in our words."""
    record, desk = look_up.record, look_up.desk
    copy, newest = desk.copy["areas"]["findings"], record.newest
    if newest is None:
        lines = [
            copy["nothing"].format(area=look_up.area, as_at=record.as_at.words()),
            desk.copy["areas"]["outcome"]["none_look"],
        ]
        sources = [source_by_id(desk, desk.copy["areas"]["record_source"])]
        steps = ["area.history", "stats.common_weaknesses", "area.survey"]
        return look_up.reply(TOPIC, lines, sources, steps, status="not_on_record")
    sources = [report_source(desk, newest, look_up.area)]
    published = newest.published.words()
    if not newest.findings:
        lines = [copy["none"].format(area=look_up.area, published=published)]
        steps = ["area.outcome", "inspection.report_contents", "stats.common_weaknesses"]
        return look_up.reply(TOPIC, lines, sources, steps, status="not_on_record")
    found = sorted(newest.findings, key=lambda one: (one.kind != "priority_action", one.position))
    lead = copy["lead"].format(area=look_up.area, published=published)
    shown = [_item(copy, number, finding) for number, finding in enumerate(found[:MOST_SHOWN], 1)]
    hidden = len(found) - len(shown)
    lines = ["\n".join([lead, *shown, *([copy["more"].format(more=hidden)] if hidden else [])]) + "\n"]
    steps = ["after.areas_for_improvement", "after.who_checks_progress", "area.next_inspection"]
    return look_up.reply(TOPIC, lines, sources, steps)


def _item(copy: dict, number: int, finding: Finding) -> str:
    mark = copy["priority"] if finding.kind == "priority_action" else ""
    return copy["item"].format(number=number, mark=mark, summary=finding.summary)
