"""What a question asks to be listed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from knowledge.listing.period import Period


class Kind(Enum):
    """What is listed: full inspections, monitoring inspections, areas without a report, visits due, visits on now."""

    FULL = "full"
    MONITORING = "monitoring"
    NONE_YET = "none_yet"
    DUE = "due"
    MONITORING_DUE = "monitoring_due"
    NOW = "now"


class Order(Enum):
    """In which order: newest first, oldest first, or by the name of the area."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"


@dataclass(frozen=True)
class ListQuery:
    """What to list.

    regions: official names of regions; empty means all of England, unless `areas` says otherwise.
    areas: GSS codes, for a place that is no region ("Greater Manchester"); `place` is its name.
    near: true when the one area named was taken to mean its region.
    outcomes: 1 to 3; empty means any. visited: the period is about visits, not reports.
    graded: the question put areas above one another or used a school grade.
    most: how many were asked for at once, if a number was said.
    """

    regions: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    place: str | None = None
    near: bool = False
    outcomes: tuple[int, ...] = ()
    kind: Kind = Kind.FULL
    order: Order = Order.NEWEST
    period: Period | None = None
    visited: bool = False
    graded: bool = False
    most: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The query as plain data, for a slot: no words of the person's own are in it."""
        data = {name: getattr(self, name) for name in ("place", "near", "visited", "graded", "most")}
        data |= {name: list(getattr(self, name)) for name in _LISTS}
        return data | {
            "kind": self.kind.value,
            "order": self.order.value,
            "period": self.period.as_json() if self.period else None,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> ListQuery:
        """The query that `as_json` gave."""
        lists = {name: tuple(data[name]) for name in _LISTS}
        period = Period.from_json(data["period"]) if data["period"] else None
        return cls(**{**data, **lists, "kind": Kind(data["kind"]), "order": Order(data["order"]), "period": period})


_LISTS = ("regions", "areas", "outcomes")
