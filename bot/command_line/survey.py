"""`send-assistant survey …`: survey windows, and what people report."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.command_line.preparing import ready_database
from bot.settings import Settings, get_settings
from knowledge.area_index import AreaIndex, read_area_index
from knowledge.calendar.survey_state import Window, survey_status
from knowledge.clock import Clock, fixed_clock, london_now
from knowledge.database import sessions
from knowledge.models import SurveyWindow
from knowledge.surveys import windows
from knowledge.surveys.drafts import AUDIENCES
from knowledge.surveys.errors import BadWindow
from knowledge.surveys.moments import BadMoment, in_words, read_moment

app = typer.Typer(help="Survey windows: add, list, close, import; reports of inspections.", no_args_is_help=True)
out = Console(soft_wrap=True)
TIMES = "London time: 2026-09-14T09:00, or 2026-09-14"


@app.callback()
def _group() -> None:
    """Survey windows: when families can answer. And what people report about inspections."""


def clock_of(settings: Settings) -> Clock:
    """The clock that the settings ask for."""
    return fixed_clock(settings.today) if settings.today else london_now


def open_database():
    """A maker of sessions on a ready database, and the present moment."""
    settings = get_settings()
    ready_database(settings)
    return sessions(settings.database_url), clock_of(settings)()


@app.command("add")
def add(
    area: Annotated[str, typer.Option(help="Name of the area, or its GSS code.")],
    audience: Annotated[str, typer.Option(help=f"Who it is for: {', '.join(AUDIENCES)}.")],
    opens: Annotated[str, typer.Option(help=f"When it opens. {TIMES} (from 00:00).")],
    link: Annotated[str, typer.Option(help="The survey itself, http:// or https://.")],
    source: Annotated[str, typer.Option(help="Where you know it from: a title or a link.")] = "",
    closes: Annotated[str, typer.Option(help=f"When it closes; leave out when not known. {TIMES} (to 23:59).")] = "",
    source_url: Annotated[str, typer.Option(help="Link of the source.")] = "",
    source_date: Annotated[str, typer.Option(help="Date of the source. Default: today, when you saw it.")] = "",
) -> None:
    """Writes down when a survey opens and closes. Families are told of it from that moment."""
    cells = {
        "area": area,
        "audience": audience,
        "opens": opens,
        "closes": closes,
        "link": link,
        "source": source,
        "source_url": source_url,
        "source_date": source_date,
    }
    maker, now = open_database()
    with maker.begin() as session:
        window = windows.add(session, cells, now)
        out.print(f"Added {windows.described(window, read_area_index(session))}.", highlight=False, markup=False)


@app.command("list")
def list_windows(
    area: Annotated[str | None, typer.Option(help="Only this area: its name or GSS code.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="The old ones too.")] = False,
) -> None:
    """Lists survey windows, newest first, with what families are told now."""
    maker, now = open_database()
    with maker() as session:
        found = windows.find(session, area, everything, now)
        areas = read_area_index(session)
    if not found:
        out.print("No survey windows.", highlight=False)
        return
    out.print(as_table(found, areas, now))


def as_table(found: list[SurveyWindow], areas: AreaIndex, now) -> Table:
    """The windows as a table, a row each."""
    table = Table(box=None, pad_edge=False)
    for heading in ("No.", "Area", "For", "Opens", "Closes", "Now", "Source"):
        table.add_column(heading, overflow="fold")
    for row in found:
        closes = in_words(row.closes) if row.closes else "not known"
        state = survey_status(Window(row.opens, row.closes), None, now).state.value.replace("_", " ")
        source = f"{row.source_title or row.source_url}{f' ({row.source_date.iso})' if row.source_date else ''}"
        cells = (str(row.id), areas.find(row.gss_code).name, row.audience, in_words(row.opens), closes, state, source)
        table.add_row(*(cell.replace("[", r"\[") for cell in cells))
    return table


@app.command("close")
def close(
    number: Annotated[int, typer.Argument(help="Number of the window, as `survey list` shows it.")],
    at: Annotated[str, typer.Option(help=f"When it closes or closed. Default: now. {TIMES} (at 23:59).")] = "",
) -> None:
    """Sets when a survey closes: now, a moment gone by, or one to come that was not known before."""
    maker, now = open_database()
    try:
        moment = read_moment(at, ends_day=True) if at else now
    except BadMoment as error:
        raise BadWindow("--at", at, str(error)) from None
    with maker.begin() as session:
        window = windows.close(session, number, moment, now)
        out.print(f"Set: {windows.described(window, read_area_index(session))}.", highlight=False, markup=False)


@app.command("remove")
def remove(
    number: Annotated[int, typer.Argument(help="Number of the window, as `survey list` shows it.")],
) -> None:
    """Takes away a window that was written down by mistake."""
    maker, now = open_database()
    with maker.begin() as session:
        window = windows.remove(session, number, now)
        out.print(f"Removed {windows.described(window, read_area_index(session))}.", highlight=False, markup=False)
