"""Full inspections under the framework of 2023, monitoring inspections, earlier history, findings."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from knowledge.loading.rows import LINK, Row, read_rows
from knowledge.models import Finding, Inspection

FINDING_KINDS = {"priority_action", "improvement"}


def read_full_inspections(folder: Path, codes: Collection[str]) -> Iterator[Inspection]:
    """Yields the rows of `inspections.csv`. Raises BadRow."""
    columns = (
        "gss_code",
        "kind",
        "start",
        "end",
        "published",
        "outcome",
        "report_url",
        "source_urls",
        "as_at",
    )
    for row in read_rows(folder / "inspections.csv", columns, key=("gss_code", "start")):
        start, end, published = row.date("start"), row.date("end"), row.date("published")
        _check_order(row, "end", start, end)
        _check_order(row, "published", end or start, published)
        if published is None:
            raise row.bad("published", "is empty; a full inspection is on record once its report is published")
        yield Inspection(
            gss_code=row.area("gss_code", codes),
            framework=2023,
            kind=row.choice("kind", {"full"}),
            start=start,
            end=end,
            published=published,
            outcome=row.number("outcome", 1, 3),
            report_url=row.link("report_url"),
            source_url=_first_link(row, "source_urls"),
            as_at=row.date("as_at"),
        )


def read_monitoring(folder: Path, codes: Collection[str]) -> Iterator[Inspection]:
    """Yields the rows of `monitoring.csv`. Raises BadRow."""
    columns = ("gss_code", "start", "published", "finding", "source_url")
    for row in read_rows(folder / "monitoring.csv", columns, key=("gss_code", "start")):
        start, published = row.date("start"), row.date("published")
        _check_order(row, "published", start, published)
        yield Inspection(
            gss_code=row.area("gss_code", codes),
            framework=2023,
            kind="monitoring",
            start=start,
            published=published,
            result=row.text("finding"),
            source_url=_first_link(row, "source_url"),
        )


def read_history(folder: Path, codes: Collection[str]) -> Iterator[Inspection]:
    """Yields inspections of the old framework from `history_2016_2022.csv`. Raises BadRow."""
    columns = ("gss_code", "inspected", "written_statement_of_action", "revisit", "source_url")
    for row in read_rows(folder / "history_2016_2022.csv", columns, key=("gss_code",)):
        statement = row.optional("written_statement_of_action")
        if statement not in (None, "yes", "no"):
            raise row.bad("written_statement_of_action", "is not yes, no or empty")
        yield Inspection(
            gss_code=row.area("gss_code", codes),
            framework=2016,
            kind="full",
            start=row.date("inspected"),
            written_statement_of_action=statement,
            result=row.optional("revisit"),
            source_url=_first_link(row, "source_url"),
        )


def read_findings(folder: Path, inspections: dict[tuple[str, str], Inspection]) -> Iterator[Finding]:
    """Yields the rows of `findings.csv`, tied to their inspection by area and first day. Raises BadRow."""
    columns = ("gss_code", "inspection_start", "position", "kind", "who", "summary", "themes")
    key = ("gss_code", "inspection_start", "position")
    for row in read_rows(folder / "findings.csv", columns, key=key):
        inspection = inspections.get((row.text("gss_code"), row.text("inspection_start")))
        if inspection is None:
            raise row.bad("inspection_start", "is not the first day of an inspection of that area in inspections.csv")
        yield Finding(
            inspection=inspection,
            position=row.number("position", 1, 99),
            kind=row.choice("kind", FINDING_KINDS),
            who=row.optional("who"),
            summary=row.text("summary"),
            themes=row.optional("themes") or "",
        )


def _check_order(row: Row, column: str, earlier, later) -> None:
    if earlier and later and later.last_day < earlier.first_day:
        raise row.bad(column, f"is before {earlier.iso}")


def _first_link(row: Row, column: str) -> str:
    links = row.text(column).split()
    for link in links:
        if not LINK.fullmatch(link):
            raise row.bad(column, "is not a link that starts with http:// or https://")
    return links[0]
