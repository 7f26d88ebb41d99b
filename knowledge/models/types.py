"""Column types shared by the models."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import DateTime, String
from sqlalchemy.types import TypeDecorator

from knowledge.clock import LONDON
from knowledge.partial_date import PartialDate


class PartialDateColumn(TypeDecorator):
    """Stores a PartialDate as its ISO text, so a month never turns into a day."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect) -> str | None:
        """Returns the text to store."""
        return value.iso if value is not None else None

    def process_result_value(self, value: str | None, dialect) -> PartialDate | None:
        """Returns the date read back."""
        return PartialDate(value) if value is not None else None


class LondonTime(TypeDecorator):
    """Stores a moment as UTC and gives it back in Europe/London; refuses a moment without a zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect) -> dt.datetime | None:
        """Returns the UTC moment to store. Raises ValueError when it has no zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone; give it one (Europe/London)")
        return value.astimezone(dt.timezone.utc).replace(tzinfo=None)

    def process_result_value(self, value: dt.datetime | None, dialect) -> dt.datetime | None:
        """Returns the moment in London."""
        return value.replace(tzinfo=dt.timezone.utc).astimezone(LONDON) if value is not None else None
