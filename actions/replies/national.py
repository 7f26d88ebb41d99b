"""What is added to the two topics on national figures: a chart, and a count of our findings."""

from __future__ import annotations

from dataclasses import replace

from actions.charts import national_outcomes
from actions.desk import Desk
from actions.reply import Image, Reply

OUTCOMES, WEAKNESSES = "stats.national_outcomes", "stats.common_weaknesses"
MOST_THEMES = 5


def enrich(desk: Desk, reply: Reply) -> Reply:
    """The reply with what belongs to its topic; any other reply as it is."""
    if reply.topic == OUTCOMES:
        alt = national_outcomes.describe(desk.store.national_figures(), desk.copy["charts"]["national_outcomes"])
        return replace(reply, image=Image(f"/charts/{national_outcomes.NAME}", alt))
    if reply.topic == WEAKNESSES:
        return replace(reply, text=f"{_weaknesses(desk)}\n{reply.text}")
    return reply


def _weaknesses(desk: Desk) -> str:
    copy = desk.copy["charts"]["weaknesses"]
    reports, themes = desk.store.themes()
    rows = [
        copy["row"].format(theme=copy["themes"][theme], count=count, reports=reports)
        for theme, count in themes.most_common(MOST_THEMES)
    ]
    lead = copy["lead"].format(reports=reports, as_at=desk.store.as_at("inspections").words())
    return "\n".join([lead, *rows, copy["note"]])
