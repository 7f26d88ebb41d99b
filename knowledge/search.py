"""Full-text search over the topics in the database: FTS5 on SQLite, tsvector on PostgreSQL."""

from __future__ import annotations

import re

from sqlalchemy import text
from sqlalchemy.orm import Session

COMMON = frozenset(
    """a about after all am an and any are area as ask at be been before can cant child children could did do does
    dont for from get go got had has have he help her him his how i if im in is it its kid know like me mine my need
    no not of on one or our please said say send she should so son daughter that the their them there they this to
    tell us want was we what when where which who why will with would you your""".split()
)
TITLE_WEIGHT, BODY_WEIGHT = 4.0, 1.0

_SQLITE_BUILD = (
    "DROP TABLE IF EXISTS searchable_index",
    "CREATE VIRTUAL TABLE searchable_index USING fts5(topic UNINDEXED, title, body, tokenize = 'porter unicode61')",
    "INSERT INTO searchable_index (topic, title, body) SELECT topic, title, body FROM searchable",
)
_SQLITE_FIND = (
    "SELECT topic FROM searchable_index WHERE searchable_index MATCH :query "
    f"ORDER BY bm25(searchable_index, 0, {TITLE_WEIGHT}, {BODY_WEIGHT}) LIMIT :most"
)
_POSTGRES_VECTOR = "setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'C')"
_POSTGRES_FIND = (
    f"SELECT topic FROM searchable WHERE ({_POSTGRES_VECTOR}) @@ to_tsquery('english', :query) "
    f"ORDER BY ts_rank({_POSTGRES_VECTOR}, to_tsquery('english', :query)) DESC, topic LIMIT :most"
)


def build_index(session: Session) -> None:
    """Builds the index anew from the rows of `searchable`. PostgreSQL searches the rows themselves."""
    session.flush()
    if session.get_bind().dialect.name == "sqlite":
        for statement in _SQLITE_BUILD:
            session.execute(text(statement))


def find(session: Session, question: str, most: int = 3) -> list[str]:
    """The ids of the topics that hold the most telling words of a question, best first; none when none do."""
    words = [word for word in dict.fromkeys(re.findall(r"[a-z]{3,}", question.lower())) if word not in COMMON]
    if not words:
        return []
    if session.get_bind().dialect.name == "sqlite":
        statement, query = _SQLITE_FIND, " OR ".join(f'"{word}"' for word in words)
    else:
        statement, query = _POSTGRES_FIND, " | ".join(words)
    return list(session.scalars(text(statement), {"query": query, "most": most}))
