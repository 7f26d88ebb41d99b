"""What is said when words of danger are found: numbers first, calm and short, with nothing to choose or to rate."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

from actions.desk import Desk
from actions.replies.parts import source_by_id, unique
from actions.reply import Reply, SourceNote

logger = logging.getLogger(__name__)

EASY_READ = "easy_read"
ENGLISH = "en"
CALL, CLOSE = "call_", "close_"
_NUMBER = re.compile(r"\d[\d ]*\d")
_SENTENCE = re.compile(r"(?<=[.?!؟۔।]) (?=\S)")
_ISOLATE, _END_ISOLATE = "\u2066", "\u2069"


def compose(
    desk: Desk, kinds: Sequence[str], language: str | None, style: str = "standard", areas: tuple[str, ...] = ()
) -> Reply:
    """The reply to these kinds of danger (the most urgent first), in a language of the copy file, else in English.

    It needs no database: when sources cannot be read, the numbers are said without them.
    """
    copy = desk.copy["danger"]
    language = language if language in copy["lines"]["call_now"] else ENGLISH
    lines = [copy["lines"][name][language] for name in _names(copy["kinds"], kinds)]
    if not copy["checked"][language]:
        lines.append(copy["not_checked"][language])
    text = _written(lines, style)
    topics = [copy["topics"][kind] for kind in kinds]
    return Reply(
        text=_isolated(text) if language in copy["right_to_left"] else text,
        topic=topics[0],
        status="crisis",
        areas=areas,
        language=language,
        style=style,
        sources=_sources(desk, topics),
    )


def compose_first(desk: Desk, kinds: Sequence[str], style: str = "standard") -> Reply:
    """What is said before the answer where danger is possible but not sure: every number once, and then "about what
    you asked". English, as what finds such messages reads English only."""
    copy = desk.copy["danger"]
    lines = [copy["lines"][name][ENGLISH] for name in copy["possible"]] + [copy["then"]]
    topics = [copy["topics"][kind] for kind in kinds]
    return Reply(_written(lines, style), topics[0], "crisis", style=style, sources=_sources(desk, topics))


def _written(lines: list[str], style: str) -> str:
    """The lines as one text; in easy read each sentence has a line of its own."""
    if style == EASY_READ:
        lines = [sentence for line in lines for sentence in _SENTENCE.split(line)]
    return "\n".join(lines)


def _names(by_kind: dict[str, list[str]], kinds: Sequence[str]) -> list[str]:
    """The lines to say, in order: one call to 999, every number once, one last line."""
    named = list(dict.fromkeys(name for kind in kinds for name in by_kind[kind]))
    calls = [name for name in named if name.startswith(CALL)][:1]
    closing = [name for name in named if name.startswith(CLOSE)][-1:]
    return calls + [name for name in named if not name.startswith((CALL, CLOSE))] + closing


def _isolated(text: str) -> str:
    """Numbers kept in their order between words that run from right to left ("0800 1111" would be turned round)."""
    return _NUMBER.sub(lambda found: f"{_ISOLATE}{found.group()}{_END_ISOLATE}", text)


def _sources(desk: Desk, topics: Sequence[str]) -> tuple[SourceNote, ...]:
    ids = [source for topic in topics if topic in desk.topics for source in desk.topics[topic].source_ids]
    try:
        return unique(source_by_id(desk, source) for source in dict.fromkeys(ids))
    except Exception as error:  # numbers are worth more than their sources
        logger.error("the sources of a crisis reply could not be read: %s", type(error).__name__)
        return ()
