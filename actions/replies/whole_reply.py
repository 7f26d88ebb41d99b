"""Putting together a reply about several areas: lines, age, sources, next steps."""

from __future__ import annotations

from collections.abc import Iterable

from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies.parts import age_line, source_line, unique
from actions.reply import MOST_NEXT_STEPS, Choice, Reply, SourceNote, Table
from knowledge.partial_date import PartialDate


def put_together(
    desk: Desk,
    talk: Conversation,
    topic: str,
    lines: Iterable[str],
    sources: Iterable[SourceNote],
    steps: Iterable[Choice | None],
    as_at: PartialDate,
    areas: tuple[str, ...] = (),
    status: str = "answered",
    table: Table | None = None,
) -> Reply:
    """The reply, a line for each line given, then how old the facts are, then their sources."""
    sources = unique(sources)
    text = [line for line in lines if line]
    text.append(age_line(desk, as_at, desk.now(talk.clock)))
    text.append(source_line(desk, sources, as_at))
    return Reply(
        text="\n".join(text),
        topic=topic,
        status=status,
        areas=areas,
        style=talk.style,
        choices=tuple(dict.fromkeys(step for step in steps if step))[:MOST_NEXT_STEPS],
        sources=sources,
        as_at=as_at.iso,
        table=table,
    )
