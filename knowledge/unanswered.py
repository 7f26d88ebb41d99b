"""Recording what could not be answered, so that editors can mend it, without anybody's personal data."""

from __future__ import annotations

import datetime as dt
import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.models import UnansweredQuestion
from knowledge.topics import all_topics

HIDDEN = "[…]"
MOST_WORDS = 60
_WORD = re.compile(r"\S*[@\d/]\S*|[A-Za-z]+(?:['’][A-Za-z]+)?|\S")


def without_personal_data(question: str) -> str:
    """The question with every word hidden that our own topics do not use.

    Names, addresses, numbers and e-mails are in no topic, so none can be kept, whatever they look like.
    """
    known = _known_words()
    kept = [word if word.lower() in known else HIDDEN for word in _WORD.findall(question)[:MOST_WORDS]]
    shown: list[str] = []
    for word in kept:
        if word != HIDDEN or shown[-1:] != [HIDDEN]:
            shown.append(word)
    return " ".join(shown)


def record(session: Session, question: str, language: str, now: dt.datetime) -> None:
    """Keeps a question that found no answer, without personal data."""
    session.add(UnansweredQuestion(text=without_personal_data(question), language=language, created_at=now))


def newest(session: Session, most: int) -> list[UnansweredQuestion]:
    """The newest recorded questions."""
    return list(session.scalars(select(UnansweredQuestion).order_by(UnansweredQuestion.id.desc()).limit(most)))


_words: set[str] = set()


def _known_words() -> set[str]:
    """The ordinary words of all topics: written in lower case somewhere, so no names."""
    if not _words:
        for topic in all_topics().values():
            texts = [topic.title, topic.standard, topic.easy_read, *(fact.says for fact in topic.facts)]
            _words.update(re.findall(r"\b[a-z]+(?:['’][a-z]+)?\b", " ".join(texts)))
    return _words
