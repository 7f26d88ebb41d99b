"""The store reads what is on record, for many threads at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import delete, text

from knowledge.clock import fixed_clock
from knowledge.database import upgrade
from knowledge.errors import KnowledgeError, NoDatabase
from knowledge.models import DataRelease, SurveyWindow
from knowledge.partial_date import PartialDate
from knowledge.store import KnowledgeStore, UnknownArea


@pytest.fixture
def small_store(small_url, small_sessions) -> KnowledgeStore:
    """A store on the small data that a test may change."""
    return KnowledgeStore(small_url, small_sessions)


def test_a_whole_area_record(bundled_store):
    """Bedford's record has its council, inspection, findings and the days up to which all is true."""
    record = bundled_store.area("E06000055")
    assert (record.area.name, record.area.council) == ("Bedford", "Bedford Borough Council")
    assert (record.newest.outcome, record.newest.published.iso) == (1, "2025-02-04")
    assert record.newest.report_url == "https://files.ofsted.gov.uk/v1/file/50268244"
    assert [finding.position for finding in record.newest.findings] == [*range(1, len(record.newest.findings) + 1)]
    assert (record.as_at, record.services_as_at) == (PartialDate("2026-06-29"), PartialDate("2026-11-22"))


def test_services_are_on_the_record(bundled_store):
    """Central Bedfordshire's local offer is on record with its link; Bedford's is not, and is not made up."""
    assert bundled_store.area("E06000056").service("local_offer").url.startswith("https://www.centralbedfordshire.")
    assert bundled_store.area("E06000055").service("local_offer") is None


def test_inspections_run_from_newest_to_oldest(bundled_store):
    """Cornwall was inspected twice: the visit of 2026 comes before that of 2023 and the old framework's."""
    starts = [one.start.iso for one in bundled_store.area("E06000052").inspections]
    assert starts[:2] == ["2026-03-23", "2023-02-06"]
    assert starts == sorted(starts, reverse=True)


def test_an_inspection_without_visit_dates_is_placed_by_its_report(bundled_store):
    """Thurrock's visit has no dates on record, and its report of 2026 still makes it the newest."""
    record = bundled_store.area("E06000034")
    assert (record.newest.start, record.newest.end) == (None, None)
    assert record.inspections[0] is record.newest
    assert record.newest.published == PartialDate("2026-03-09")


def test_monitoring_is_on_the_record(bundled_store):
    """Oxfordshire's monitoring visit of 2025 followed its full inspection of 2023."""
    record = bundled_store.area("E10000025")
    assert record.newest.start == PartialDate("2023-07-13")
    assert record.monitoring.published == PartialDate("2025-11-19")


@pytest.mark.parametrize("code", ["E09999999", "", "Bedford", "e06000055"])
def test_an_unknown_area_is_refused(bundled_store, code):
    """A code that is not on record raises UnknownArea, which quotes it and is a LookupError."""
    with pytest.raises(UnknownArea, match=f"'{code}'") as caught:
        bundled_store.area(code)
    assert caught.value.code == code
    assert isinstance(caught.value, KnowledgeError)
    assert isinstance(caught.value, LookupError)


def test_every_area_can_be_read(bundled_store):
    """All 153 areas have a name and a record with that name."""
    names = bundled_store.area_names()
    assert len(names) == 153
    assert names["E06000055"] == "Bedford"
    assert {code: bundled_store.area(code).area.name for code in names} == names


def test_survey_windows_run_from_newest_to_oldest(small_store):
    """Windows of an area come newest first, and those of other areas are left out."""
    opens = ["2023-01-23T09:00", "2026-03-09T09:00", "2025-01-06T09:00"]
    with small_store.session() as session, session.begin():
        for moment in opens:
            for code in ("E06000052", "E06000055"):
                session.add(
                    SurveyWindow(
                        gss_code=code,
                        audience="parent_carer",
                        opens=fixed_clock(moment)(),
                        link=f"https://survey.example/{code}",
                        source_url="https://forum.example/",
                    )
                )
    record = small_store.area("E06000052")
    assert [row.opens.isoformat()[:16] for row in record.windows] == sorted(opens, reverse=True)
    assert {row.link for row in record.windows} == {"https://survey.example/E06000052"}
    assert record.window()[0].opens == fixed_clock("2026-03-09T09:00")()


def test_releases_say_up_to_when_they_are_true(bundled_store):
    """Each release has its own day."""
    assert bundled_store.as_at("inspections") == PartialDate("2026-06-29")
    assert bundled_store.as_at("local services") == PartialDate("2026-11-22")


def test_sources_are_found_by_id_and_by_address(small_store):
    """A source is found by its id or its page; an undated page has no date; an unknown one is none."""
    assert small_store.source("report").date == PartialDate("2025-02")
    assert small_store.source("guide").date is None
    assert small_store.source_at("https://guide.example/").id == "guide"
    assert small_store.source("nonsense") is None
    assert small_store.source_at("https://nonsense.example/") is None


def test_helplines_are_found_by_name(small_store):
    """A helpline is found by its exact name, else none."""
    assert small_store.help_contact("A helpline").phone == "0800 000000"
    assert small_store.help_contact("Another helpline") is None


def test_national_figures_run_from_newest_to_oldest(bundled_store):
    """The newest national figures come first and add up to the inspections on record."""
    figures = bundled_store.national_figures()
    assert [one.as_at.iso for one in figures] == ["2026-06-29", "2025-12-31", "2024-12-31", "2023-12-31"]
    newest = figures[0]
    assert (newest.inspections, newest.outcome_1, newest.outcome_2, newest.outcome_3) == (97, 19, 53, 25)
    assert [one.status for one in figures] == ["count", "count", "official", "official"]


def test_many_threads_may_read_at_once(bundled_store):
    """Sixteen look-ups from eight threads all give the right area."""
    codes = sorted(bundled_store.area_names())[:16]
    with ThreadPoolExecutor(8) as pool:
        records = list(pool.map(bundled_store.area, codes))
    assert [record.area.gss_code for record in records] == codes
    assert all(record.inspections is not None for record in records)


def test_a_database_with_tables_but_no_data_is_refused(tmp_path):
    """A database that was migrated but never loaded raises NoDatabase."""
    url = f"sqlite:///{tmp_path}/facts.db"
    upgrade(url)
    with pytest.raises(NoDatabase, match="no data yet"):
        KnowledgeStore(url)


def test_a_refusal_never_shows_the_password(small_sessions):
    """The error about a database without data hides the password in its URL."""
    with small_sessions.begin() as session:
        session.execute(delete(DataRelease))
    with pytest.raises(NoDatabase) as caught:
        KnowledgeStore("postgresql://reader:hunter2@db.example/facts", small_sessions)
    assert "hunter2" not in str(caught.value)


def test_a_session_reaches_the_same_database(small_store):
    """The session that the store gives out reads the rows that the store reads."""
    with small_store.session() as session:
        assert session.execute(text("SELECT count(*) FROM local_area")).scalar() == len(small_store.area_names()) == 2
