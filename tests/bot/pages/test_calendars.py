"""Calendar files on the web."""

from __future__ import annotations

import pytest
from icalendar import Calendar

from knowledge.database import sessions
from knowledge.surveys import windows
from tests.bot.pages.reading import Page
from tests.conftest import NOW

CELLS = {
    "area": "Wigan",
    "audience": "parent_carer",
    "opens": "2026-06-29T09:00",
    "closes": "2026-07-07T09:00",
    "link": "https://survey.example.org/w",
    "source": "<b>News</b>",
}
FILE = "/area/wigan/survey-parent_carer.ics"


@pytest.fixture
def window(settings, server):
    """A survey open in Wigan, taken away afterwards."""
    maker = sessions(settings.database_url)
    with maker.begin() as session:
        number = windows.add(session, CELLS, NOW, ()).id
    yield
    with maker.begin() as session:
        windows.remove(session, number, NOW, ())


@pytest.mark.usefixtures("window")
def test_a_survey_is_downloaded(http):
    """The page of the area links to the file; it is a calendar that may be kept for a while and sets no cookie."""
    page = Page(http.get("/area/wigan").text)
    assert FILE in page.links()
    answer = http.get(FILE)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=300"
    assert answer.headers["content-disposition"] == 'attachment; filename="wigan-survey-parent_carer.ics"'
    assert "set-cookie" not in answer.headers
    assert len(Calendar.from_ical(answer.content).walk("VEVENT")) == 2


@pytest.mark.usefixtures("window")
def test_a_staff_source_is_escaped(http):
    """What staff wrote as a source never becomes markup on the page."""
    text = http.get("/area/wigan").text
    assert "&lt;b&gt;News&lt;/b&gt;" in text
    assert "<b>News</b>" not in text


def test_the_next_inspection_is_downloaded(http):
    """An area with a visit ahead links to its file; one without a report has neither."""
    assert "/area/leeds/next-inspection.ics" in Page(http.get("/area/leeds").text).links()
    assert http.get("/area/leeds/next-inspection.ics").status_code == 200
    assert not [link for link in Page(http.get("/area/kent").text).links() if link.endswith(".ics")]
    assert http.get("/area/kent/next-inspection.ics").status_code == 404


@pytest.mark.parametrize("name", ["Leeds", "E08000035", "leeds-city-council"])
def test_other_names_lead_to_the_file(http, name):
    """Any name that means the area leads to the one address of its file."""
    answer = http.get(f"/area/{name}/next-inspection.ics")
    assert (answer.status_code, answer.headers["location"]) == (301, "/area/leeds/next-inspection.ics")


@pytest.mark.parametrize("path", ["/area/wigan/survey-young_person.ics", "/area/leeds/x", "/area/atlantis/x.ics"])
def test_what_is_not_there_is_said_so(http, path):
    """No window, no such file, no such area: the page that says so."""
    assert http.get(path).status_code == 404


def test_the_plain_form_links_to_the_file(http):
    """A reply on the page of the form has the link too."""
    answer = http.get("/ask", params={"c": "ask:area.next_inspection:E08000035"})
    assert "/area/leeds/next-inspection.ics" in Page(answer.text).links()
