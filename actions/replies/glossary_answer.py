"""glossary: what a term means, with the topic that says more."""

from __future__ import annotations

from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies.parts import choices, page_source, source_line
from actions.replies.wording import wording_of
from actions.reply import Reply
from knowledge.glossary import find_term

TOPIC = "glossary"


def compose(desk: Desk, talk: Conversation) -> Reply | None:
    """The meaning of the term the question names, or None when it names none on record."""
    term = find_term(talk.asked.text)
    if term is None:
        return None
    source = page_source(desk, term.source_url, term.name)
    text = (
        wording_of(desk, talk, "dialogue").say("glossary", term=term.name, short=term.short, longer=term.longer).strip()
    )
    line = source_line(desk, [source], desk.store.as_at("local services"))
    offered = choices(desk, [term.topic] if term.topic else [], talk.areas)
    return Reply(f"{text}\n{line}", TOPIC, style=talk.style, choices=offered, sources=(source,))
