"""Calendar files, read back by the library as a calendar program would."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from icalendar import Calendar

from actions.calendars.files import file_at, next_inspection_link, survey_links
from actions.desk import Desk, open_desk
from knowledge.clock import LONDON
from knowledge.database import sessions
from knowledge.surveys import windows
from tests.conftest import NOW, TODAY

LEEDS = {
    "area": "Leeds",
    "audience": "parent_carer",
    "opens": "2026-10-20T09:00",
    "closes": "2026-10-27T09:00",
    "link": "https://survey.example.org/leeds?a=1,2;b=3",
    "source": "Leeds council; news, October",
    "source_url": "https://leeds.example.org/news",
    "source_date": "2026-06-22",
}
SURVEY, VISITS = "/area/leeds/survey-parent_carer.ics", "/area/leeds/next-inspection.ics"


@pytest.fixture
def own_desk(database_url) -> Desk:
    """A desk over a database of the test's own."""
    return open_desk(database_url, TODAY)


@pytest.fixture
def add(database_url):
    """Writes down the window for Leeds, with some cells changed."""

    def run(**changed: str) -> None:
        with sessions(database_url).begin() as session:
            windows.add(session, {**LEEDS, **changed}, NOW, ())

    return run


def events(desk: Desk, url: str, now: dt.datetime = NOW) -> dict:
    """The events of the file at this address by the last word of their ids."""
    calendar = Calendar.from_ical(file_at(desk, url, now).content)
    return {re.split("[-@]", str(event["uid"]))[-3]: event for event in calendar.walk("VEVENT")}


def test_a_survey_opens_and_closes_in_london(own_desk, add):
    """Both moments are London's, on either side of the change of the clocks, with the rules of the zone beside them."""
    add()
    found = events(own_desk, SURVEY)
    assert found["opens"]["dtstart"].to_ical() == b"20261020T090000"
    assert found["opens"]["dtstart"].params["TZID"] == "Europe/London"
    utc = [found[name].decoded("dtstart").astimezone(dt.timezone.utc).hour for name in ("opens", "closes")]
    assert utc == [8, 9]
    zone = Calendar.from_ical(file_at(own_desk, SURVEY, NOW).content).walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    for moment in (dt.datetime(2026, 7, 1, 9), dt.datetime(2026, 12, 1, 9), dt.datetime(2030, 3, 31, 3)):
        assert moment.replace(tzinfo=zone).utcoffset() == moment.replace(tzinfo=LONDON).utcoffset()


def test_the_day_before_closing_there_is_a_reminder(own_desk, add):
    """Only the closing has a reminder, one day before, in words."""
    add()
    found = events(own_desk, SURVEY)
    (alarm,) = found["closes"].walk("VALARM")
    assert (alarm["action"], alarm.decoded("trigger")) == ("DISPLAY", dt.timedelta(days=-1))
    assert "closes in Leeds" in alarm["description"]
    assert found["opens"].walk("VALARM") == []


def test_words_link_and_source_are_whole(own_desk, add):
    """The survey's link and the source with its date are there, whatever signs are in them."""
    add()
    closes = events(own_desk, SURVEY)["closes"]
    assert closes["summary"] == "SEND survey for parents and carers closes: Leeds"
    assert closes["url"] == LEEDS["link"]
    assert closes["description"].split("\n") == [
        f"Answer here: {LEEDS['link']}",
        "Source: Leeds council; news, October (22 June 2026): https://leeds.example.org/news",
    ]


def test_an_unknown_closing_gets_no_event(own_desk, add):
    """No date is made up for a closing that is not known; the file says so."""
    add(closes="")
    found = events(own_desk, SURVEY)
    assert list(found) == ["opens"]
    assert "I do not know when it closes" in found["opens"]["description"]


def test_a_file_keeps_to_the_form(own_desk, add):
    """Lines end as the form says and are at most 75 bytes; each event has the parts that must be there."""
    add(source="Ä" * 200)
    for url in (SURVEY, VISITS):
        content = file_at(own_desk, url, NOW).content
        assert content.endswith(b"END:VCALENDAR\r\n")
        assert max(len(line) for line in content.split(b"\r\n")) <= 75
        for event in Calendar.from_ical(content).walk("VEVENT"):
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)


def test_ids_stay_the_same(own_desk, add, database_url):
    """The same survey keeps its id when its closing changes, so that a calendar changes the event and adds none."""
    add()
    before = {str(event["uid"]) for event in events(own_desk, SURVEY).values()}
    with sessions(database_url).begin() as session:
        window = windows.find(session, "Leeds", True, NOW)[0]
        windows.close(session, window.id, dt.datetime(2026, 10, 28, 9, tzinfo=LONDON), NOW, ())
    later = events(own_desk, SURVEY, NOW + dt.timedelta(days=1))
    assert {str(event["uid"]) for event in later.values()} == before
    assert later["closes"]["dtstart"].to_ical() == b"20261028T090000"


def test_visits_to_expect_are_whole_days_marked_as_about(desk):
    """A visit stands on the first of its month for the whole day, says "about", and from what it is counted."""
    found = Calendar.from_ical(file_at(desk, VISITS, NOW).content).walk("VEVENT")
    assert [event.decoded("dtstart") for event in found] == [dt.date(2027, 12, 1), dt.date(2029, 4, 1)]
    assert [event.decoded("dtend") for event in found] == [dt.date(2027, 12, 2), dt.date(2029, 4, 2)]
    for event in found:
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert event["summary"].startswith("About ")
        assert "not an official date" in event["summary"]
        assert "Nobody outside knows the day" in event["description"]
        assert "Source: Ofsted and CQC report on Leeds (18 June 2026): https://" in event["description"]
    assert "I count this from the report of June 2026" in found[0]["description"]
    assert "I count this from the visit in April 2026" in found[1]["description"]


@pytest.mark.parametrize(
    "url",
    [
        "/area/kent/next-inspection.ics",
        "/area/leeds/survey-parent_carer.ics",
        "/area/leeds/survey-dogs.ics",
        "/area/leeds/x.ics",
        "/area/atlantis/next-inspection.ics",
        "/area/newcastle/next-inspection.ics",
        "https://evil.example.org/area/leeds/next-inspection.ics",
        "/area/leeds/../next-inspection.ics",
    ],
)
def test_there_is_no_file_without_a_date(desk, url):
    """No report, no survey, no such area or another address: there is no file."""
    assert file_at(desk, url, NOW) is None


def test_every_link_leads_to_a_file(desk):
    """Of all areas, those with a visit ahead have a link, each leads to its file, and the others have none."""
    linked = 0
    for area in desk.store.area_index().areas:
        link = next_inspection_link(desk, desk.store.area(area.code), NOW)
        if link:
            found = file_at(desk, link.url, NOW)
            assert found.name == f"{area.slug}-next-inspection.ics"
            linked += 1
        else:
            assert file_at(desk, f"/area/{area.slug}/next-inspection.ics", NOW) is None
    assert 80 < linked < 153


def test_surveys_gone_by_are_not_offered(own_desk, add):
    """A link is offered for each audience with an opening or closing ahead, and for none whose survey has closed."""
    add(), add(audience="practitioner"), add(audience="young_person", opens="2026-06-01", closes="2026-06-09")
    links = survey_links(own_desk, own_desk.store.area("E08000035"), NOW)
    assert [link.url for link in links] == [SURVEY, "/area/leeds/survey-practitioner.ics"]
    assert links[0].title == "Put the survey for parents and carers in your calendar"
    assert all(file_at(own_desk, link.url, NOW) for link in links)
