"""Reading what is known. One object for all look-ups; safe to share between threads."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections import Counter

from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, selectinload, sessionmaker

from knowledge import search, unanswered
from knowledge.area_index import AreaIndex, read_area_index
from knowledge.area_record import AreaRecord
from knowledge.database import safe, sessions
from knowledge.errors import NO_DATA, KnowledgeError, NoDatabase
from knowledge.listing import Listing, ListQuery, ListReader, finding
from knowledge.models import (
    AreaName,
    DataRelease,
    Finding,
    HelpContact,
    Inspection,
    LocalArea,
    NationalFigure,
    Source,
    SurveyWindow,
)
from knowledge.partial_date import PartialDate


class UnknownArea(KnowledgeError, LookupError):
    """A GSS code that is not one of the areas on record."""

    def __init__(self, code: str):
        self.code = code
        super().__init__(f"'{code}' is not the GSS code of an area on record.")


class KnowledgeStore:
    """The facts in the database at `url`. Raises NoDatabase when they are not there.

    What a load put there is read once and kept until the next load; survey windows are read every time.
    """

    def __init__(self, url: str, maker: sessionmaker | None = None):
        self._session = maker or sessions(url)
        with self._session() as session:
            self._facts = _Facts(session, self._release(session))
        if not self._facts.as_at:
            raise NoDatabase(safe(url), NO_DATA)

    def session(self) -> Session:
        """Returns a new session, to be used in a `with` block."""
        return self._session()

    def as_at(self, release: str) -> PartialDate:
        """The day up to which a release ("inspections", "local services") is true."""
        return self._facts.as_at[release]

    def area(self, code: str) -> AreaRecord:
        """Everything on record about the area with this GSS code. Raises UnknownArea."""
        with self._session() as session:
            facts = self._fresh(session)
            area = facts.area(session, code)
            windows = session.scalars(
                select(SurveyWindow).where(SurveyWindow.gss_code == code).order_by(SurveyWindow.opens.desc())
            ).all()
        return AreaRecord(
            area=area,
            inspections=tuple(sorted(area.inspections, key=_newest_first)),
            windows=tuple(windows),
            services=tuple(area.services),
            as_at=facts.as_at["inspections"],
            services_as_at=facts.as_at["local services"],
        )

    @property
    def list_reader(self) -> ListReader:
        """What reads which list a question asks for."""
        return self._facts.list_reader

    def find_list(self, query: ListQuery, now: dt.datetime) -> Listing:
        """The areas that match, counted and in order, as things stand at `now`."""
        with self._session() as session:
            return finding.find(session, query, now, self._fresh(session).as_at["inspections"])

    def area_names(self) -> dict[str, str]:
        """The official name of every area by GSS code."""
        return self._facts.area_names

    def area_index(self) -> AreaIndex:
        """All areas at a glance, with their newest outcomes."""
        with self._session() as session:
            facts = self._fresh(session)
            if facts.index is None:
                facts.index = read_area_index(session)
            return facts.index

    def source_at(self, url: str) -> Source | None:
        """The source record of a page, if there is one."""
        return self._facts.sources_by_url.get(url)

    def source(self, source_id: str) -> Source | None:
        """The source record with this id, if there is one."""
        return self._facts.sources.get(source_id)

    def help_contact(self, name: str) -> HelpContact | None:
        """A helpline by its name."""
        with self._session() as session:
            return session.get(HelpContact, name)

    def national_figures(self) -> list[NationalFigure]:
        """The national figures, newest first."""
        with self._session() as session:
            return list(session.scalars(select(NationalFigure).order_by(NationalFigure.as_at.desc())))

    def themes(self) -> tuple[int, Counter[str]]:
        """How many reports have findings on record, and in how many of them each theme comes up."""
        with self._session() as session:
            rows = session.execute(select(Finding.inspection_id, Finding.themes)).all()
        by_report: dict[int, set[str]] = {}
        for report, themes in rows:
            by_report.setdefault(report, set()).update(theme for theme in themes.split("|") if theme)
        return len(by_report), Counter(theme for themes in by_report.values() for theme in themes)

    def search(self, question: str, most: int = 3) -> list[str]:
        """The ids of the topics that best match the words of a question."""
        with self._session() as session:
            return search.find(session, question, most)

    def record_unanswered(self, question: str, language: str, now: dt.datetime) -> None:
        """Keeps a question that found no answer, without personal data, for editors.

        Does nothing when the database can't be written: the person is answered all the same.
        """
        with contextlib.suppress(OperationalError), self._session.begin() as session:
            unanswered.record(session, question, language, now)

    def _fresh(self, session: Session) -> _Facts:
        release = self._release(session)
        if release != self._facts.release:
            self._facts = _Facts(session, release)
        return self._facts

    @staticmethod
    def _release(session: Session) -> dt.datetime | None:
        return session.scalar(select(func.max(DataRelease.loaded_at)))


class _Facts:
    """What one load put into the database. Never changes; a new load makes a new one."""

    def __init__(self, session: Session, release: dt.datetime | None):
        self.release = release
        self.as_at = dict(session.execute(select(DataRelease.name, DataRelease.as_at)).all())
        self.area_names = dict(session.execute(select(LocalArea.gss_code, LocalArea.name)).all())
        self.sources = {source.id: source for source in session.scalars(select(Source))}
        self.sources_by_url = {source.url: source for source in self.sources.values()}
        self.list_reader = ListReader([*self.area_names.values(), *session.scalars(select(AreaName.name))])
        self.index: AreaIndex | None = None
        self._areas: dict[str, LocalArea] = {}

    def area(self, session: Session, code: str) -> LocalArea:
        """An area with its inspections, findings and services. Raises UnknownArea."""
        if code not in self._areas:
            found = session.get(LocalArea, code, options=_WHOLE_AREA)
            if found is None:
                raise UnknownArea(code)
            self._areas[code] = found
        return self._areas[code]


_WHOLE_AREA = (
    selectinload(LocalArea.inspections).selectinload(Inspection.findings),
    selectinload(LocalArea.services),
)


def _newest_first(inspection: Inspection) -> tuple[int, str]:
    known = inspection.start or inspection.published
    return -(known.first_day.toordinal() if known else 0), inspection.kind
