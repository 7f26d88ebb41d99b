"""The reply object: the contract with every channel (design section 5)."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

STATUSES = (
    "answered",
    "clarify",
    "ask_area",
    "not_on_record",
    "unanswerable",
    "out_of_scope",
    "crisis",
    "refused",
    "error",
)
MOST_NEXT_STEPS = 3


@dataclass(frozen=True)
class Choice:
    """A next step a person can tap or type. `payload` is what a tap sends."""

    title: str
    payload: str
    topic: str | None = None


@dataclass(frozen=True)
class SourceNote:
    """Where a fact comes from. `date` is as exact as known; None when the page bears no date."""

    title: str
    url: str
    date: str | None


@dataclass(frozen=True)
class Image:
    """A picture that says what the text says. `alt` is the same in words."""

    url: str
    alt: str


@dataclass(frozen=True)
class CalendarLink:
    """A calendar file about what the reply says: `url` is a path on our server ("/area/leeds/next-inspection.ics").

    `actions.calendars.files.file_at` gives the file itself to channels that send files.
    """

    title: str
    url: str


@dataclass(frozen=True)
class Table:
    """What the text says, side by side. Each row starts with its own heading; `columns` head them all."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def as_json(self) -> dict[str, Any]:
        """The table as plain data."""
        return {"caption": self.caption, "columns": list(self.columns), "rows": [list(row) for row in self.rows]}


@dataclass(frozen=True)
class Reply:
    """One reply. `text` is complete without the rest; channels may render the rest in their own way."""

    text: str
    topic: str | None
    status: str = "answered"
    areas: tuple[str, ...] = ()
    language: str = "en"
    style: str = "standard"
    choices: tuple[Choice, ...] = ()
    sources: tuple[SourceNote, ...] = field(default=())
    as_at: str | None = None
    image: Image | None = None
    table: Table | None = None
    calendar: CalendarLink | None = None

    def __post_init__(self):
        if self.status not in STATUSES:
            raise ValueError(f"'{self.status}' is not a status of a reply; use one of {', '.join(STATUSES)}")

    def as_json(self) -> dict[str, Any]:
        """The reply as plain data."""
        data = asdict(self)
        for name in ("areas", "choices", "sources"):
            data[name] = list(data[name])
        data["table"] = self.table.as_json() if self.table else None
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Reply:
        """The reply that `as_json` gave as data."""
        made = dict(data)
        made["areas"] = tuple(data["areas"])
        made["choices"] = tuple(Choice(**one) for one in data["choices"])
        made["sources"] = tuple(SourceNote(**one) for one in data["sources"])
        made["image"] = Image(**data["image"]) if data["image"] else None
        made["calendar"] = CalendarLink(**data["calendar"]) if data.get("calendar") else None
        return cls(**made)
