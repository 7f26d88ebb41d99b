"""Reading what is known. One object for all look-ups; safe to share between threads."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload, sessionmaker

from knowledge.area_record import AreaRecord
from knowledge.database import sessions
from knowledge.errors import KnowledgeError, NoDatabase
from knowledge.models import (
    DataRelease,
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
    """The facts in the database at `url`. Raises NoDatabase when they are not there."""

    def __init__(self, url: str, maker: sessionmaker | None = None):
        self._session = maker or sessions(url)
        with self._session() as session:
            releases = session.scalars(select(DataRelease)).all()
        if not releases:
            raise NoDatabase(url, "it has no data yet")

    def session(self) -> Session:
        """Returns a new session, to be used in a `with` block."""
        return self._session()

    def as_at(self, release: str) -> PartialDate:
        """The day up to which a release ("inspections", "local services") is true."""
        with self._session() as session:
            return self._as_at(session)[release]

    def area(self, code: str) -> AreaRecord:
        """Everything on record about the area with this GSS code. Raises UnknownArea."""
        with self._session() as session:
            area = session.get(
                LocalArea,
                code,
                options=[
                    selectinload(LocalArea.inspections).selectinload(Inspection.findings),
                    selectinload(LocalArea.services),
                ],
            )
            if area is None:
                raise UnknownArea(code)
            windows = session.scalars(
                select(SurveyWindow).where(SurveyWindow.gss_code == code).order_by(SurveyWindow.opens.desc())
            )
            as_at = self._as_at(session)
            return AreaRecord(
                area=area,
                inspections=tuple(sorted(area.inspections, key=_newest_first)),
                windows=tuple(windows),
                services=tuple(area.services),
                as_at=as_at["inspections"],
                services_as_at=as_at["local services"],
            )

    def area_names(self) -> dict[str, str]:
        """The official name of every area by GSS code."""
        with self._session() as session:
            return dict(session.execute(select(LocalArea.gss_code, LocalArea.name)).all())

    def source_at(self, url: str) -> Source | None:
        """The source record of a page, if there is one."""
        with self._session() as session:
            return session.scalars(select(Source).where(Source.url == url)).first()

    def source(self, source_id: str) -> Source | None:
        """The source record with this id, if there is one."""
        with self._session() as session:
            return session.get(Source, source_id)

    def help_contact(self, name: str) -> HelpContact | None:
        """A helpline by its name."""
        with self._session() as session:
            return session.get(HelpContact, name)

    def national_figures(self) -> list[NationalFigure]:
        """The national figures, newest first."""
        with self._session() as session:
            return list(session.scalars(select(NationalFigure).order_by(NationalFigure.as_at.desc())))

    @staticmethod
    def _as_at(session: Session) -> dict[str, PartialDate]:
        return dict(session.execute(select(DataRelease.name, DataRelease.as_at)).all())


def _newest_first(inspection: Inspection) -> tuple[int, str]:
    known = inspection.start or inspection.published
    return -(known.first_day.toordinal() if known else 0), inspection.kind
