"""What notices say: reply objects as JSON, the same for everybody. The words stand in `wording.yml`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.clock import moment_in_words
from knowledge.models import Inspection, SurveyWindow
from knowledge.notices.events import MONITORING, REPORT, SURVEY_ANNOUNCED, SURVEY_OPENS
from knowledge.outcomes import read_outcomes
from knowledge.partial_date import PartialDate

FILE = Path(__file__).with_name("wording.yml")
STOP = "notify.unsubscribe"
Source = tuple[str, str, str | None]
"""Title, link and date of a source."""


@lru_cache(maxsize=1)
def read_wording() -> dict[str, Any]:
    """The words of all notices."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def survey_body(event: str, area: str, windows: Sequence[SurveyWindow]) -> str:
    """What is said of these windows of one area when this event comes."""
    words = read_wording()
    surveys = " ".join(_survey(event, window) for window in windows)
    links = list(dict.fromkeys(window.link for window in windows if window.link))
    lines = [words[event].format(area=area, surveys=surveys)]
    if event == SURVEY_OPENS or links:
        link_line = words["link_then" if event == SURVEY_ANNOUNCED else "link"]
        lines += [link_line.format(link=link) for link in links] or [words["find_link"]]
    sources = [_survey_source(area, window) for window in windows]
    return _reply("area.survey", windows[0].gss_code, area, lines, sources, ("area.survey", STOP))


def report_body(area: str, inspection: Inspection) -> str:
    """What is said when the report of an inspection is out; `published` must be known."""
    words, published = read_wording(), inspection.published
    kind = MONITORING if inspection.kind == "monitoring" else REPORT
    lines = [words[kind].format(area=area, published=published.words())]
    if inspection.outcome:
        name = read_outcomes()[inspection.outcome].name
        lines.append(words["report_outcome"].format(number=inspection.outcome, name=name))
    if inspection.report_url:
        lines.append(words["report_link"].format(url=inspection.report_url))
    title = words["ofsted_report" if inspection.report_url else "page"].format(area=area)
    source = (title, inspection.report_url or inspection.source_url, published.iso)
    return _reply("area.outcome", inspection.gss_code, area, lines, [source], ("area.outcome", "area.findings", STOP))


def _survey(event: str, window: SurveyWindow) -> str:
    words = read_wording()
    unknown = "_unknown" if event == SURVEY_OPENS and window.closes is None else ""
    return words[f"{event}_each{unknown}"].format(
        audience=words["audiences"][window.audience],
        opens=moment_in_words(window.opens),
        closes=moment_in_words(window.closes) if window.closes else "",
    )


def _survey_source(area: str, window: SurveyWindow) -> Source:
    title = window.source_title or read_wording()["page"].format(area=area)
    day = window.source_date.iso if window.source_date else None
    return title, window.source_url, day or (window.added_at.date().isoformat() if window.added_at else None)


def _reply(topic: str, code: str, area: str, lines: list[str], sources: Iterable[Source], steps: Iterable[str]) -> str:
    words, sources = read_wording(), list(dict.fromkeys(sources))
    text = [" ".join(lines), *(_source_line(source) for source in sources), words["stop"]]
    reply = {
        "text": "\n".join(text),
        "topic": topic,
        "status": "answered",
        "areas": [code],
        "language": "en",
        "style": "standard",
        "choices": [
            {"title": words["choices"][step].format(area=area), "payload": f"ask:{step}:{code}", "topic": step}
            for step in steps
        ],
        "sources": [{"title": title, "url": url, "date": date} for title, url, date in sources],
        "as_at": next((date for _, _, date in sources if date), None),
        "image": None,
        "table": None,
    }
    return json.dumps(reply, ensure_ascii=False)


def _source_line(source: Source) -> str:
    title, url, date = source
    words = read_wording()
    return words["source"].format(title=title, url=url, date=PartialDate(date).words() if date else words["undated"])
