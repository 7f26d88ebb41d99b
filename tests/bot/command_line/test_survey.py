"""`send-assistant survey …` as staff run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from bot.command_line import main
from bot.command_line.survey import out
from bot.settings import get_settings
from knowledge.database import sessions
from knowledge.surveys import reports
from tests.conftest import NOW, TODAY

LEEDS = ["--area", "Leeds", "--audience", "parent_carer", "--opens", "2026-06-29T09:00"]
FROM = ["--link", "https://s.example.org/l", "--source", "Leeds [council] news", "--source-date", "2026-06-22"]


@dataclass(frozen=True)
class Done:
    """What a command printed and how it ended."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def survey(database_url, monkeypatch, capsys) -> Iterator[Callable[..., Done]]:
    """Runs `send-assistant survey` in this process, on a database of the test's own, on 1 July 2026."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("TODAY", TODAY)
    monkeypatch.setattr(out, "width", 200)
    get_settings.cache_clear()

    def run(*arguments: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["send-assistant", "survey", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        return Done(ended.value.code or 0, *capsys.readouterr())

    yield run
    get_settings.cache_clear()


def test_it_runs_as_a_program(database_url):
    """The installed command answers on standard output, and ends with 1 and one line when it can't."""
    environment = {**os.environ, "DATABASE_URL": database_url, "TODAY": TODAY}
    command = [sys.executable, "-m", "bot.command_line", "survey", "close", "9"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == ("Error: There is no survey window 9. `send-assistant survey list --all` shows them all.\n")


def test_a_window_is_added_listed_and_closed(survey):
    """What was added is listed with what families are told now; closed, it says so."""
    assert survey("list").stdout == "No survey windows.\n"
    done = survey("add", *LEEDS, *FROM)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Added window 1 (Leeds, parent_carer, Mon 29 Jun 2026 09:00 to closing not known).\n"
    listed = survey("list", "--area", "leeds").stdout
    assert "open closing unknown" in listed
    assert "Leeds [council] news (2026-06-22)" in listed
    assert "to Wed 01 Jul 2026 12:00" in survey("close", "1").stdout
    assert "under way" in survey("list").stdout
    assert survey("remove", "1").stdout.startswith("Removed window 1 (Leeds")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", *LEEDS, "--link", "x", "--source", "y"], "link: 'x' is not a link that starts with http"),
        (["add", *LEEDS, "--link", "https://s.example.org/l"], "say where you know it from"),
        (["close", "9"], "There is no survey window 9"),
        (["close", "9", "--at", "soon"], "--at: 'soon' is not a date"),
        (["list", "--area", "Newcastle"], "Newcastle upon Tyne (E08000021) or Staffordshire (E10000028)"),
        (["confirm", "9"], "There is no report 9"),
        (["import", "none.csv"], "none.csv: can't be opened"),
    ],
)
def test_bad_input_is_one_clear_line(survey, arguments, said):
    """What can't be taken ends with one line that says what and why, and exit code 1."""
    done = survey(*arguments)
    assert done.returncode == 1
    assert said in done.stderr
    assert len([line for line in done.stderr.splitlines() if line.startswith("Error:")]) == 1
    assert "Traceback" not in done.stderr


def test_a_file_is_tried_then_imported(survey, tmp_path):
    """A dry run says what would be added and adds nothing; a bad file lists every bad row and changes nothing."""
    path = tmp_path / "surveys.csv"
    heading = "area;audience;opens;closes;link;source"
    good = "Leeds;parent_carer;29/06/2026 09:00;07/07/2026 09:00;https://s.example.org/l;News"
    path.write_text(f"{heading}\n{good}\n", encoding="cp1252")
    tried = survey("import", str(path), "--dry-run")
    assert "Nothing was changed; would be added: 1. On record already: 0." in tried.stdout
    assert "Added: 1. On record already: 0." in survey("import", str(path)).stdout
    path.write_text(f"{heading}\n{good}\nAtlantis;x;;;;\n", encoding="utf-8-sig")
    refused = survey("import", str(path))
    assert refused.returncode == 1
    assert "row 3, area: 'Atlantis' is no area I know" in refused.stdout
    assert "1 row can't be taken, so nothing was changed" in refused.stderr


def test_reports_wait_for_staff(survey, database_url):
    """A report is listed without anything of the person; confirming it makes up no date and opens no survey."""
    maker = sessions(database_url)
    with maker.begin() as session:
        reports.write_down(session, "f" * 64, "E08000035", NOW)
        reports.write_down(session, None, "E10000016", NOW)
    listed = survey("reports").stdout
    assert "Leeds" in listed
    assert "people on the web" in listed
    assert "ffff" not in listed
    with maker() as session:
        numbers = {report.gss_code: str(report.id) for report in reports.find(session)}
    confirmed = survey("confirm", numbers["E08000035"]).stdout
    assert "Confirmed: Leeds is being inspected. Reports decided: 1." in confirmed
    assert "survey add --area E08000035" in confirmed
    assert survey("list").stdout == "No survey windows.\n"
    assert "Dismissed: Kent. Reports decided: 1." in survey("dismiss", numbers["E10000016"]).stdout
    assert survey("reports").stdout == "No reports wait.\n"
