"""Every kind of bad row stops the load, is named exactly, and leaves the old data untouched."""

from __future__ import annotations

import pytest

from knowledge.errors import BadFile, BadRow
from knowledge.loading.load import load

VISIT_KEY = "gss_code+start"
FINDING_KEY = "gss_code+inspection_start+position"
BEDFORD, CORNWALL = "E06000055", "E06000052"

# file, what is replaced (its first place), by what, line, column, value, reason
BAD_CELLS = [
    ("areas.csv", "E06000052,C", "W06000052,C", 3, "gss_code", "W06000052", "GSS code of an English council"),
    ("areas.csv", "South West", "Wessex", 3, "region", "Wessex", "is not one of: East Midlands"),
    ("areas.csv", ",Cornwall,", ",,", 3, "name", "", "is empty"),
    ("areas.csv", "Unitary authority\nE", "Borough\nE", 2, "type", "Borough", "is not one of: City corporation"),
    ("areas.csv", "E06000052", "E06000055", 3, "gss_code", "E06000055", "duplicate of line 2"),
    ("areas.csv", ",Cornwall,", ",Bedford,", 3, "name", "Bedford", "duplicate"),
    ("area_names.csv", "E06000055\n", "E06000099\n", 2, "areas", "E06000099", "not the GSS code of a known area"),
    ("area_names.csv", "Truro", "Kempston", 3, "name", "Kempston", "duplicate of line 2"),
    ("area_names.csv", "55|E06000052", "55|E06000055", 4, "areas", "E06000055|E06000055", "E06000055"),
    ("area_names.csv", "Truro,town", "Truro,city", 3, "kind", "city", "is not one of"),
    ("inspections.csv", "E06000055", "E06000099", 2, "gss_code", "E06000099", "not the GSS code of a known area"),
    ("inspections.csv", "2024-11-22", "2024-11-31", 2, "end", "2024-11-31", "is not a date"),
    ("inspections.csv", "2025-02-04", "4/2/2025", 2, "published", "4/2/2025", "is not a date"),
    ("inspections.csv", "2025-02-04", "", 2, "published", "", "is empty"),
    ("inspections.csv", "2025-02-04,1", "2025-02-04,0", 2, "outcome", "0", "from 1 to 3"),
    ("inspections.csv", "2025-02-04,1", "2025-02-04,4", 2, "outcome", "4", "from 1 to 3"),
    ("inspections.csv", "2025-02-04,1", "2025-02-04,", 2, "outcome", "", "is empty"),
    ("inspections.csv", "2024-11-22", "2024-11-17", 2, "end", "2024-11-17", "is before 2024-11-18"),
    ("inspections.csv", "2026-03,2026-03", "2026-03,2026-02", 4, "end", "2026-02", "is before 2026-03"),
    ("inspections.csv", "2025-02-04", "2024-11-21", 2, "published", "2024-11-21", "is before 2024-11-22"),
    ("inspections.csv", "22,2025-02-04", "22,2024-01-01", 2, "published", "2024-01-01", "is before"),
    ("inspections.csv", "2024-11-22,2025-02-04", ",2024-01-01", 2, "published", "2024-01-01", "is before 2024-11-18"),
    ("inspections.csv", "https://reports", "ftp://reports", 2, "report_url", "ftp://reports.example/1", "http://"),
    ("inspections.csv", " https://paper", " paper", 3, "source_urls", "https://list.example/ paper.example/", "http"),
    ("inspections.csv", "https://list.example/,", "https://,", 2, "source_urls", "https://", "http"),
    ("inspections.csv", "5,full", "5,half", 2, "kind", "half", "is not one of: full"),
    ("inspections.csv", "2026-03,2026-03", "2023-02-06,2026-03", 4, VISIT_KEY, f"{CORNWALL} 2023-02-06", "line 3"),
    ("findings.csv", "11-18,1", "11-19,1", 2, "inspection_start", "2024-11-19", "not the first day of an inspection"),
    ("findings.csv", "11-18,2", "11-18,0", 3, "position", "0", "from 1 to 99"),
    ("findings.csv", "improvement", "praise", 2, "kind", "praise", "is not one of: improvement"),
    ("findings.csv", "11-18,2", "11-18,1", 3, FINDING_KEY, f"{BEDFORD} 2024-11-18 1", "line 2"),
    ("monitoring.csv", "2024-12-20", "2024-11-03", 2, "published", "2024-11-03", "is before 2024-11-04"),
    ("monitoring.csv", "https", "www", 2, "source_url", "www://paper.example/monitoring", "http://"),
    ("monitoring.csv", "E06000052", "E06000099", 2, "gss_code", "E06000099", "not the GSS code of a known area"),
    ("history_2016_2022.csv", "yes", "maybe", 2, "written_statement_of_action", "maybe", "is not yes, no or empty"),
    ("history_2016_2022.csv", "2018-03", "2018-13", 2, "inspected", "2018-13", "is not a date"),
    ("local_services.csv", "https", "javascript", 2, "url", "javascript://offer.example/", "http://"),
    ("local_services.csv", "https://advice.example/", "", 3, "source_url", "", "is empty"),
    ("local_services.csv", "sendiass", "local_offer", 3, "gss_code+kind", "E06000055 local_offer", "line 2"),
    ("local_services.csv", "sendiass", "club", 3, "kind", "club", "is not one of: local_offer"),
    ("sources.csv", "report,", "guide,", 3, "id", "guide", "duplicate of line 2"),
    ("sources.csv", "undated", "", 2, "date", "", "is empty"),
    ("sources.csv", "https://guide.example/", "", 2, "url", "", "is empty"),
    ("sources.csv", "undated,2026-11-22", "undated,", 2, "checked", "", "is empty"),
    ("national_figures.csv", "54,14", "55,14", 3, "inspections", "55", "is not the sum of the outcomes (54)"),
    ("national_figures.csv", "7,11,8", "7,11,-8", 2, "outcome_3", "-8", "whole number"),
    ("national_figures.csv", "8,official", "8,guess", 2, "status", "guess", "is not one of: count, official"),
    ("national_figures.csv", "https://figures.example/2023", "", 2, "source_url", "", "is empty"),
    ("national_figures.csv", "2024-12-31", "2023-12-31", 3, "as_at", "2023-12-31", "duplicate of line 2"),
    ("help_contacts.csv", "https", "mailto", 2, "web", "mailto://line.example/", "http://"),
    ("help_contacts.csv", "Always,https://line.example/", "Always,", 2, "source_url", "", "is empty"),
    ("releases.csv", "2026-06-29", "", 2, "as_at", "", "is empty"),
    ("releases.csv", "local services", "inspections", 3, "name", "inspections", "duplicate of line 2"),
]
BAD_SHAPES = [
    ("inspections.csv", ",2026-06-29", "", 2, 8),
    ("inspections.csv", ",2026-06-29", ",2026-06-29,more,and more", 2, 11),
    ("releases.csv", ",Public pages,2026-11-22", "", 3, 1),
]
BAD_FILES = [
    ("inspections.csv", "outcome", "grade", "lacks the column(s) outcome"),
    ("areas.csv", "gss_code,name", "code,title", "lacks the column(s) gss_code, name"),
    ("findings.csv", "Train", "Tr\udce4in", "is not a UTF-8 CSV file"),
    ("releases.csv", "Public", '"Public', "is not a UTF-8 CSV file"),
]


@pytest.fixture
def load_with(small_url, small_folder, now, contents):
    """Returns a function that loads with one place of one file changed and expects an error of a kind."""

    def run(error, file, old, new):
        path = small_folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_bytes(text.replace(old, new, 1).encode("utf-8", "surrogateescape"))
        before = contents(small_url)
        with pytest.raises(error) as caught:
            load(small_url, now, small_folder)
        assert contents(small_url) == before
        return caught.value

    return run


@pytest.mark.parametrize(("file", "old", "new", "line", "column", "value", "reason"), BAD_CELLS)
def test_a_bad_cell_is_named_and_nothing_changes(load_with, file, old, new, line, column, value, reason):
    """A bad cell stops the load with its file, line, column, value and reason."""
    error = load_with(BadRow, file, old, new)
    assert (error.file, error.line, error.column, error.value) == (file, line, column, value)
    assert reason in error.reason
    assert f"{file}, line {line}, column {column}: {value!r}" in str(error)
    assert "Nothing was changed" in str(error)


@pytest.mark.parametrize(("file", "old", "new", "line", "cells"), BAD_SHAPES)
def test_a_row_of_the_wrong_length_is_named_and_nothing_changes(load_with, file, old, new, line, cells):
    """A row with too few or too many cells stops the load with its file, line and number of cells."""
    error = load_with(BadRow, file, old, new)
    assert (error.file, error.line, error.value) == (file, line, cells)
    assert "too many or too few cells" in error.reason


@pytest.mark.parametrize(("file", "old", "new", "reason"), BAD_FILES)
def test_a_bad_file_is_named_and_nothing_changes(load_with, file, old, new, reason):
    """A file without a column, in another encoding, or broken stops the load with its name and the reason."""
    error = load_with(BadFile, file, old, new)
    assert error.file.endswith(file)
    assert reason in error.reason
