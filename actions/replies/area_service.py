"""area.local_offer, area.sendiass, area.parent_carer_forum: how to reach a local service."""

from __future__ import annotations

from collections.abc import Callable

from actions.replies.lookup_reply import LookUp
from actions.replies.parts import source_by_id
from actions.reply import Reply, SourceNote

NEXT_STEPS = {
    "local_offer": ["local_offer.what", "area.sendiass", "area.parent_carer_forum"],
    "sendiass": ["support.sendiass", "area.local_offer", "support.helplines"],
    "parent_carer_forum": ["support.parent_carer_forum", "area.local_offer", "area.survey"],
}


def composer(kind: str) -> Callable[[LookUp], Reply]:
    """The look-up of one kind of service."""

    def compose(look_up: LookUp) -> Reply:
        topic, steps = f"area.{kind}", NEXT_STEPS[kind]
        copy, record = look_up.desk.copy["areas"]["service"], look_up.record
        words, service = copy["kinds"][kind], record.service(kind)
        as_at = record.services_as_at
        if service is None:
            lines = [
                copy["none"].format(kind_lower=words["lower"], area=look_up.area, as_at=as_at.words()),
                copy["none_look"].format(search=words["search"]),
            ]
            sources = [source_by_id(look_up.desk, look_up.desk.copy["areas"]["services_source"])]
            return look_up.reply(topic, lines, sources, steps, status="not_on_record", as_at=as_at)
        lines = [copy["found"].format(kind=words["title"], area=look_up.area, name=service.name)]
        if service.phone:
            lines.append(copy["phone"].format(phone=service.phone))
        if service.url:
            lines.append(copy["link"].format(url=service.url))
        lines.append(copy["seen"])
        sources = [SourceNote(copy["source"].format(name=service.name), service.source_url, None)]
        return look_up.reply(topic, lines, sources, steps, as_at=as_at)

    return compose
