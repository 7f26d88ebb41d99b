"""`load` builds the facts of the database from data files, in one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import delete
from sqlalchemy.orm import Session

from knowledge import database, models, search
from knowledge.loading import areas, inspections, others
from knowledge.notices import reports
from knowledge.topics import Topic, all_topics

NEVER_FOUND = ("chat", "crisis", "out_of_scope")
BUNDLED = Path(__file__).parent.parent / "data"

_FACTS = (  # in an order that empties children before parents; areas stay, people's rows point at them
    models.Finding,
    models.Inspection,
    models.LocalService,
    models.AreaName,
    models.Source,
    models.NationalFigure,
    models.HelpContact,
    models.Searchable,
    models.DataRelease,
)


def load(url: str, now: dt.datetime, folder: Path = BUNDLED, progress: Callable[[str], None] = lambda _: None):
    """Replaces all facts in the database by those of the files in `folder`.

    All or nothing: any bad row raises BadRow (or BadFile) and leaves the old data untouched. What
    people left (subscriptions, feedback, survey windows) stays. Reports that are new are put into the outbox of those
    who asked to be told. Returns the count of rows by table.
    """
    database.upgrade(url)
    engine = database.connect(url, database.LOADING_PATIENCE)
    try:
        with Session(engine, future=True) as session, session.begin():
            before = reports.on_record(session)
            for model in _FACTS:
                session.execute(delete(model))
            counts = {}
            for name, rows in _read_all(folder, now):
                progress(name)
                for row in rows:
                    session.merge(row) if isinstance(row, models.LocalArea) else session.add(row)
                session.flush()
                counts[name] = len(rows)
            search.build_index(session)
            reports.announce_new(session, before, now)
        return counts
    finally:
        engine.dispose()


def _read_all(folder: Path, now: dt.datetime):
    """Yields each table's name and rows, reading the files in the order their checks need."""
    area_rows = list(areas.read_areas(folder))
    codes = {area.gss_code for area in area_rows}
    yield "areas", area_rows
    yield "names of areas", list(areas.read_area_names(folder, codes))
    full = list(inspections.read_full_inspections(folder, codes))
    yield "inspections", full
    by_start = {(one.gss_code, one.start.iso): one for one in full if one.start}
    yield "findings", list(inspections.read_findings(folder, by_start))
    yield "monitoring inspections", list(inspections.read_monitoring(folder, codes))
    yield "earlier inspections (2016 to 2022)", list(inspections.read_history(folder, codes))
    yield "local services", list(others.read_services(folder, codes))
    yield "sources", list(others.read_sources(folder))
    yield "national figures", list(others.read_figures(folder))
    yield "help contacts", list(others.read_help_contacts(folder))
    yield "topics to search", [_searchable(topic) for topic in searchable_topics()]
    yield "releases", list(others.read_releases(folder, now))


def searchable_topics() -> Iterator[Topic]:
    """The topics a search may find: small talk, refusals and danger are never search results."""
    return (topic for topic in all_topics().values() if topic.id.partition(".")[0] not in NEVER_FOUND)


def _searchable(topic: Topic) -> models.Searchable:
    facts = " ".join(fact.says for fact in topic.facts)
    return models.Searchable(topic=topic.id, title=topic.title, body=f"{topic.standard}\n{facts}")
