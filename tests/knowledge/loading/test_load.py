"""The bundled data as loaded, and what a load keeps."""

from __future__ import annotations

from collections import Counter

import pytest
from sqlalchemy import func, select

from knowledge.clock import fixed_clock
from knowledge.database import sessions
from knowledge.errors import BadFile
from knowledge.loading.load import load, searchable_topics
from knowledge.models import (
    Addressee,
    AreaName,
    AreaReport,
    Conversation,
    DataRelease,
    Feedback,
    Finding,
    Inspection,
    LocalArea,
    Outbox,
    Subscription,
    SurveyWindow,
    UnansweredQuestion,
)
from knowledge.store import KnowledgeStore

CURRENT = (Inspection.framework == 2023) & (Inspection.kind == "full")
MOMENT = fixed_clock("2026-03-09T09:00")()
PEOPLES_ROWS = [
    lambda: Subscription(person="p", channel="web", gss_code="E06000052", event="report", created_at=MOMENT),
    lambda: SurveyWindow(gss_code="E06000052", audience="parent_carer", opens=MOMENT, source_url="https://a.example"),
    lambda: Feedback(topic="views.how", useful=1, created_at=MOMENT),
    lambda: Outbox(
        person="p",
        channel="telegram",
        event="survey_opens",
        event_key="k",
        gss_code="E06000052",
        body="{}",
        created_at=MOMENT,
        not_before=MOMENT,
    ),
    lambda: Addressee(
        person="p", channel="telegram", address="sealed", settings="{}", created_at=MOMENT, seen_at=MOMENT
    ),
    lambda: AreaReport(person="p", gss_code="E06000052", reported_at=MOMENT, state="waiting"),
    lambda: UnansweredQuestion(text="why is the sky blue", language="en", created_at=MOMENT),
    lambda: Conversation(person="p", state="{}", updated_at=MOMENT),
]


def test_every_area_is_loaded(bundled_store):
    """There are 153 areas, each with a region and a council."""
    with bundled_store.session() as session:
        areas = session.scalars(select(LocalArea)).all()
    assert len(areas) == 153
    assert len({area.region for area in areas}) == 9


def test_every_full_inspection_is_loaded(bundled_store):
    """There are 97 full inspections under the framework of 2023 in 96 areas: 19, 53 and 25 by outcome."""
    with bundled_store.session() as session:
        rows = session.execute(select(Inspection.gss_code, Inspection.outcome).where(CURRENT)).all()
    assert Counter(outcome for _, outcome in rows) == {1: 19, 2: 53, 3: 25}
    codes = Counter(code for code, _ in rows)
    assert len(codes) == 96
    assert [code for code, count in codes.items() if count > 1] == ["E06000052"]


def test_findings_are_tied_to_their_inspections(bundled_store):
    """There are 256 findings from 55 inspections, and only outcome 3 has priority actions."""
    with bundled_store.session() as session:
        rows = session.execute(
            select(Finding.inspection_id, Finding.kind, Inspection.outcome).join(Finding.inspection)
        ).all()
    assert len(rows) == 256
    assert len({inspection for inspection, _, _ in rows}) == 55
    assert {outcome for _, kind, outcome in rows if kind == "priority_action"} == {3}


@pytest.mark.parametrize(
    ("code", "start", "end", "published"),
    [
        ("E06000060", "2025-11", "2025-11", "2026-02-10"),
        ("E06000034", None, None, "2026-03-09"),
        ("E06000055", "2024-11-18", "2024-11-22", "2025-02-04"),
    ],
)
def test_dates_stay_as_exact_as_their_source(bundled_store, code, start, end, published):
    """Buckinghamshire's visit is known to the month, Thurrock's not at all, and Bedford's to the day."""
    newest = bundled_store.area(code).newest
    dates = [date.iso if date else None for date in (newest.start, newest.end, newest.published)]
    assert dates == [start, end, published]


def test_a_shared_name_means_several_areas(small_sessions):
    """A name with several codes is loaded once for each area it can mean."""
    with small_sessions() as session:
        codes = session.scalars(select(AreaName.gss_code).where(AreaName.name == "Newtown")).all()
    assert sorted(codes) == ["E06000052", "E06000055"]


def test_loading_counts_and_reports_its_steps(tmp_path, small_folder, now):
    """A load into nothing makes the tables, names each step, and returns the rows of each."""
    steps = []
    counts = load(f"sqlite:///{tmp_path}/new.db", now, small_folder, steps.append)
    assert steps == list(counts)
    assert counts == {
        "areas": 2,
        "names of areas": 4,
        "inspections": 3,
        "findings": 2,
        "monitoring inspections": 1,
        "earlier inspections (2016 to 2022)": 1,
        "local services": 2,
        "sources": 2,
        "national figures": 2,
        "help contacts": 1,
        "topics to search": len(list(searchable_topics())),
        "releases": 2,
    }
    assert len(KnowledgeStore(f"sqlite:///{tmp_path}/new.db").area_names()) == 2


def test_loading_again_replaces_the_facts(small_url, small_sessions, small_folder):
    """A second load with a changed file leaves the new facts once, with the new moment of loading."""
    path = small_folder / "inspections.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2025-02-04,1", "2025-02-05,2"), encoding="utf-8")
    areas = small_folder / "areas.csv"
    areas.write_text(areas.read_text(encoding="utf-8").replace("Cornwall Council", "Council of Cornwall"))
    load(small_url, MOMENT, small_folder)
    record = KnowledgeStore(small_url, small_sessions).area("E06000055")
    assert [(one.outcome, one.published.iso) for one in record.full] == [(2, "2025-02-05")]
    assert len(record.newest.findings) == 2
    with small_sessions() as session:
        assert session.scalars(select(DataRelease.loaded_at)).all() == [MOMENT, MOMENT]
        assert session.get(LocalArea, "E06000052").council == "Council of Cornwall"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2024-11-18,2024-11-22", "2024-11-18,2024-11-18"),
        ("2024-11-22,2025-02-04", "2024-11-22,2024-11-22"),
        ("2026-03,2026-03", "2026-03-23,2026-03"),
    ],
)
def test_dates_that_may_fall_together_are_taken(small_url, small_folder, now, old, new):
    """A visit of one day, a report on its last day, and an end known only to the month of the start are in order."""
    path = small_folder / "inspections.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert load(small_url, now, small_folder)["inspections"] == 3


def test_loading_the_same_again_changes_nothing(small_url, small_folder, now, contents):
    """Loading the same files twice leaves the same number of rows in every table."""
    before = contents(small_url)
    load(small_url, now, small_folder)
    assert {name: len(rows) for name, rows in contents(small_url).items()} == {
        name: len(rows) for name, rows in before.items()
    }


def test_what_people_left_survives_a_load(small_url, small_folder, now, contents):
    """Subscriptions, survey windows, feedback, messages, open questions and conversations stay as they were."""
    maker = sessions(small_url)
    with maker.begin() as session:
        session.add_all(make() for make in PEOPLES_ROWS)
    tables = {make().__tablename__ for make in PEOPLES_ROWS}
    before = {name: rows for name, rows in contents(small_url).items() if name in tables}
    assert all(len(rows) == 1 for rows in before.values())
    load(small_url, now, small_folder)
    assert {name: rows for name, rows in contents(small_url).items() if name in tables} == before
    maker.kw["bind"].dispose()


@pytest.mark.parametrize("name", ["areas.csv", "findings.csv", "releases.csv"])
def test_a_missing_file_leaves_the_old_data(small_url, small_folder, now, contents, name):
    """A load that lacks its first, a middle or its last file stops and leaves every row as it was."""
    before = contents(small_url)
    (small_folder / name).unlink()
    with pytest.raises(BadFile, match="can't be opened") as caught:
        load(small_url, now, small_folder)
    assert caught.value.file.endswith(name)
    assert contents(small_url) == before


def test_a_first_load_that_fails_leaves_no_facts(tmp_path, small_folder, now):
    """A load into nothing that stops half-way leaves tables without a single fact."""
    (small_folder / "releases.csv").unlink()
    url = f"sqlite:///{tmp_path}/new.db"
    with pytest.raises(BadFile):
        load(url, now, small_folder)
    with sessions(url)() as session:
        assert session.scalar(select(func.count()).select_from(LocalArea)) == 0
