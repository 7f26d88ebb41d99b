"""Everything on record about one area, as the look-ups need it."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.calendar.survey_state import Window
from knowledge.models import Inspection, LocalArea, LocalService, SurveyWindow
from knowledge.partial_date import PartialDate


@dataclass(frozen=True)
class AreaRecord:
    """One area's facts. Lists run from newest to oldest."""

    area: LocalArea
    inspections: tuple[Inspection, ...]
    windows: tuple[SurveyWindow, ...]
    services: tuple[LocalService, ...]
    as_at: PartialDate
    services_as_at: PartialDate

    @property
    def full(self) -> tuple[Inspection, ...]:
        """Full inspections under the framework of 2023."""
        return tuple(one for one in self.inspections if one.framework == 2023 and one.kind == "full")

    @property
    def newest(self) -> Inspection | None:
        """The newest full inspection under the framework of 2023, if any."""
        return self.full[0] if self.full else None

    @property
    def earlier_full(self) -> tuple[Inspection, ...]:
        """Full inspections under the framework of 2023 before the newest."""
        return self.full[1:]

    @property
    def monitoring(self) -> Inspection | None:
        """The monitoring inspection that followed the newest full one, if on record."""
        newest = self.newest
        for one in self.inspections:
            when = one.start or one.published
            after = newest is None or when is None or when.last_day > newest.published.first_day
            if one.kind == "monitoring" and after:
                return one
        return None

    @property
    def old_framework(self) -> Inspection | None:
        """The inspection under the old framework (2016 to 2022), if on record."""
        return next((one for one in self.inspections if one.framework == 2016), None)

    def service(self, kind: str) -> LocalService | None:
        """The local offer, SENDIASS or parent carer forum, if on record."""
        return next((one for one in self.services if one.kind == kind), None)

    def window(self, audience: str = "parent_carer") -> tuple[Window, SurveyWindow] | None:
        """The newest survey window for this audience, for the calendar and as stored; None when unknown."""
        for row in self.windows:
            if row.audience == audience:
                return Window(row.opens, row.closes), row
        return None
