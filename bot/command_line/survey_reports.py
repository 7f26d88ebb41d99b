"""`send-assistant survey reports`, `confirm` and `dismiss`: what people say about inspections."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from bot.command_line.survey import open_database, out
from knowledge.area_index import read_area_index
from knowledge.surveys import reports as people
from knowledge.surveys.moments import in_words
from knowledge.surveys.reports import ReportState

NUMBER = typer.Argument(help="Number of the report, as `survey reports` shows it.")


def reports(
    everything: Annotated[bool, typer.Option("--all", help="Those decided too.")] = False,
) -> None:
    """Lists areas that people say are being inspected. Families see nothing of it."""
    maker, _ = open_database()
    with maker() as session:
        found, areas = people.find(session, everything), read_area_index(session)
    if not found:
        out.print("No reports wait.", highlight=False)
        return
    table = Table("No.", "Area", "Reported", "By", "State", box=None, pad_edge=False)
    for report in found:
        by = "one person" if people.is_known_person(report) else "people on the web"
        when, name = in_words(report.reported_at), areas.find(report.gss_code).name
        table.add_row(str(report.id), name, when, by, report.state)
    out.print(table)


def confirm(number: Annotated[int, NUMBER]) -> None:
    """Notes that a report is true. Says how to write the survey down; no date is made up."""
    report, name, count = _decide(number, ReportState.CONFIRMED)
    out.print(f"Confirmed: {name} is being inspected. Reports decided: {count}.", highlight=False)
    out.print("Families still see nothing of it. When you know from a source when the survey opens:", highlight=False)
    command = f"send-assistant survey add --area {report.gss_code} --audience parent_carer --opens … --link …"
    out.print(f"  {command} --source …", highlight=False)


def dismiss(number: Annotated[int, NUMBER]) -> None:
    """Notes that a report is not true."""
    _, name, count = _decide(number, ReportState.DISMISSED)
    out.print(f"Dismissed: {name}. Reports decided: {count}.", highlight=False)


def _decide(number: int, state: ReportState):
    maker, now = open_database()
    with maker.begin() as session:
        report, count = people.decide(session, number, state, now)
        return report, read_area_index(session).find(report.gss_code).name, count
