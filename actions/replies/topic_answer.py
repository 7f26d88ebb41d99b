"""The answer of a topic file, in the style the person chose."""

from __future__ import annotations

from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies import national
from actions.replies.parts import choices, source_by_id, source_line, unique
from actions.reply import Reply
from knowledge.topics import Topic

CRISIS = "crisis."
OUT_OF_SCOPE = "out_of_scope."


def compose(desk: Desk, talk: Conversation, topic: Topic) -> Reply:
    """The standard or the easy-read answer with its sources and next steps; a crisis answer stands alone."""
    text = topic.easy_read if talk.style == "easy_read" else topic.standard
    sources = unique(source_by_id(desk, source) for source in topic.source_ids)
    if topic.id.startswith(CRISIS):
        return Reply(text.strip(), topic.id, "crisis", talk.areas, style=talk.style, sources=sources)
    checked = desk.store.as_at("local services")
    reply = Reply(
        text="\n".join(part for part in (text.strip(), source_line(desk, sources, checked)) if part),
        topic="out_of_scope" if topic.id.startswith(OUT_OF_SCOPE) else topic.id,
        status="out_of_scope" if topic.id.startswith(OUT_OF_SCOPE) else "answered",
        areas=talk.asked.areas,
        style=talk.style,
        choices=choices(desk, topic.related, talk.asked.areas or talk.areas, bool(talk.person)),
        sources=sources,
    )
    return national.enrich(desk, reply)
