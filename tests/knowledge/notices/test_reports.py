"""New reports are noticed when facts are loaded."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from knowledge.errors import BadRow
from knowledge.loading.load import load
from knowledge.notices.events import MONITORING, REPORT
from tests.knowledge.conftest import NOW, SMALL
from tests.knowledge.notices.conftest import Desk

FULL = "E06000055,full,2026-05-11,2026-05-15,{published},2,https://reports.example/9,https://list.example/,2026-06-29\n"
CHECK = "E06000055,2026-05-11,2026-06-20,Inspectors found effective action.,https://paper.example/m\n"


@pytest.fixture
def files(tmp_path) -> Path:
    """Data files to change."""
    return Path(shutil.copytree(SMALL, tmp_path / "files"))


def add(files: Path, name: str, row: str) -> None:
    """Adds a row to a file."""
    with (files / name).open("a", encoding="utf-8") as handle:
        handle.write(row)


def test_a_new_report_is_told_of_once(desk, files):
    """A report that a load adds makes one notice with its date, outcome and link; loading again makes none."""
    desk.signs_up("ann")
    add(files, "inspections.csv", FULL.format(published="2026-06-22"))
    load(desk.url, NOW, files)
    load(desk.url, NOW, files)
    (row,) = desk.outbox()
    said = json.loads(row.body)
    assert row.event == REPORT
    assert "published on 22 June 2026" in said["text"]
    assert "outcome 2 of 3: inconsistent" in said["text"]
    assert said["sources"] == [
        {"title": "Ofsted and CQC report on Bedford", "url": "https://reports.example/9", "date": "2026-06-22"}
    ]
    load(desk.url, NOW, SMALL)


def test_a_monitoring_report_is_told_of(desk, files):
    """The report of a monitoring inspection is an event of its own."""
    desk.signs_up("ann", (MONITORING,))
    add(files, "monitoring.csv", CHECK)
    load(desk.url, NOW, files)
    assert desk.waiting() == [MONITORING]
    load(desk.url, NOW, SMALL)


@pytest.mark.parametrize("published", ["2025-12-01", "2026-07-30"])
def test_old_reports_are_no_news(desk, files, published):
    """A report of more than 60 days ago, or of a day to come, is put on record and not told of."""
    desk.signs_up("ann")
    row = FULL.format(published=published).replace("2026-05-11", "2025-10-06").replace("2026-05-15", "2025-10-10")
    add(files, "inspections.csv", row)
    load(desk.url, NOW, files)
    assert desk.outbox() == []
    load(desk.url, NOW, SMALL)


def test_a_corrected_date_is_no_news(desk, files):
    """A report whose date is put right by some days is the same report."""
    desk.signs_up("ann")
    path = files / "inspections.csv"
    add(files, "inspections.csv", FULL.format(published="2026-06-22"))
    load(desk.url, NOW, files)
    path.write_text(path.read_text().replace("2026-06-22", "2026-06-24"))
    load(desk.url, NOW + dt.timedelta(days=1), files)
    assert len(desk.outbox()) == 1
    load(desk.url, NOW, SMALL)


def test_the_first_load_announces_nothing(tmp_path):
    """A database that was just made has no news, however new its reports are."""
    url = f"sqlite:///{tmp_path / 'new.db'}"
    load(url, NOW, SMALL)
    assert Desk(url).outbox() == []


def test_a_bad_row_announces_nothing(desk, files):
    """A load that fails leaves no notice of what it would have added."""
    desk.signs_up("ann")
    add(files, "inspections.csv", FULL.format(published="2026-06-22"))
    add(files, "monitoring.csv", CHECK.replace("E06000055", "E99999999"))
    with pytest.raises(BadRow):
        load(desk.url, NOW, files)
    assert desk.outbox() == []
