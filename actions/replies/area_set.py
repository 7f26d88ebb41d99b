"""area.set: the person named their area; say it back with the newest outcome in a sentence."""

from __future__ import annotations

from actions.replies import inspections
from actions.replies.lookup_reply import LookUp
from actions.replies.parts import report_source, source_by_id
from actions.reply import Reply

TOPIC = "area.set"


def compose(look_up: LookUp) -> Reply:
    """What was noted, the newest outcome, and a question back."""
    record, desk = look_up.record, look_up.desk
    copy, newest = desk.copy["areas"]["set"], record.newest
    lines = [copy["noted"].format(area=look_up.area)]
    if newest is None:
        lines.append(copy["none"].format(as_at=record.as_at.words()))
        sources = [source_by_id(desk, desk.copy["areas"]["record_source"])]
    else:
        wording = copy["found" if newest.start else "found_published"]
        name = desk.outcomes[newest.outcome].name
        when, published = inspections.month_of(newest), newest.published.words()
        lines.append(wording.format(when=when, published=published, number=newest.outcome, name=name))
        sources = [report_source(desk, newest, look_up.area)]
    lines.append(copy["ask"])
    return look_up.reply(TOPIC, lines, sources, ["area.outcome", "area.survey", "area.next_inspection"])
