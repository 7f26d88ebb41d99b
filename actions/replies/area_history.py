"""area.history: earlier inspections, under both frameworks."""

from __future__ import annotations

from actions.replies import inspections
from actions.replies.lookup_reply import LookUp
from actions.replies.parts import page_source, report_source, source_by_id
from actions.reply import Reply, SourceNote
from knowledge.models import Inspection

TOPIC = "area.history"


def compose(look_up: LookUp) -> Reply:
    """Earlier inspections, newest first; the newest one named last so that old results stay in their place."""
    record, desk = look_up.record, look_up.desk
    copy = desk.copy["areas"]["history"]
    lines, sources = [], []
    for one in record.earlier_full:
        lines.append(
            copy["earlier_new"].format(
                area=look_up.area,
                when=inspections.month_of(one),
                number=one.outcome,
                name=desk.outcomes[one.outcome].name,
                published=one.published.words(),
            )
        )
        sources.append(report_source(desk, one, look_up.area))
    if record.old_framework:
        lines += _old(look_up, record.old_framework)
        sources.append(page_source(desk, record.old_framework.source_url, look_up.area))
    steps = ["area.outcome", "framework.old_2016_2022", "framework.wsoa"]
    if not lines:
        lines = [copy["none"].format(area=look_up.area, as_at=record.as_at.words())]
        sources = [source_by_id(desk, desk.copy["areas"]["record_source"])]
        return look_up.reply(TOPIC, [*lines, *_newest(look_up, sources)], sources, steps, status="not_on_record")
    return look_up.reply(TOPIC, [*lines, *_newest(look_up, sources)], sources, steps)


def _old(look_up: LookUp, old: Inspection) -> list[str]:
    copy = look_up.desk.copy["areas"]["history"]
    when = old.start.words() if old.start and not old.start.is_exact else inspections.month_of(old)
    lines = [copy["old" if old.start else "old_unknown"].format(area=look_up.area, when=when)]
    if old.written_statement_of_action:
        lines.append(copy[f"wsoa_{old.written_statement_of_action}"])
    if old.result:
        lines.append(copy["revisit"].format(result=old.result))
    return [*lines, copy["then"]]


def _newest(look_up: LookUp, sources: list[SourceNote]) -> list[str]:
    newest = look_up.record.newest
    if newest is None:
        return []
    sources.append(report_source(look_up.desk, newest, look_up.area))
    name = look_up.desk.outcomes[newest.outcome].name
    wording = look_up.desk.copy["areas"]["history"]["newest"]
    return [wording.format(when=inspections.month_of(newest), number=newest.outcome, name=name)]
