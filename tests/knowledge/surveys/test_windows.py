"""Adding, listing, closing and removing survey windows."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import func, select

from knowledge.clock import LONDON
from knowledge.models import SurveyWindow
from knowledge.surveys import windows
from knowledge.surveys.announcing import LISTENERS, Change
from knowledge.surveys.errors import BadWindow, NoSuchWindow
from tests.knowledge.surveys.conftest import LEEDS


def test_a_window_is_kept_as_written(add):
    """Area, audience, times, link and source with its date are kept, and when it was written down."""
    window = add()
    assert (window.gss_code, window.audience, window.link) == ("E08000035", "parent_carer", LEEDS["link"])
    assert window.closes == dt.datetime(2026, 7, 7, 9, tzinfo=LONDON)
    assert (window.source_title, window.source_url) == ("Leeds council news", "https://leeds.example.org/news")
    assert window.source_date.iso == "2026-06-22"
    assert window.added_at == dt.datetime(2026, 7, 1, 12, tzinfo=LONDON)


@pytest.mark.parametrize("area", ["E08000035", "leeds", "Leeds City Council"])
def test_an_area_has_several_names(add, area):
    """The code, the name in any case and the name of the council mean the same area."""
    assert add(area=area).gss_code == "E08000035"


@pytest.mark.parametrize("audience", ["Parent carer", "parent-carer", "PARENT_CARER"])
def test_an_audience_may_be_written_with_spaces(add, audience):
    """Capitals, spaces and hyphens make no other audience."""
    assert add(audience=audience).audience == "parent_carer"


def test_a_closing_may_be_unknown(add):
    """A window whose closing is not known is taken as such; no date is made up."""
    assert add(closes="").closes is None


def test_a_source_without_a_date_was_seen_today(add):
    """Where no date is given, it is the day on which the source was seen."""
    assert add(source_date="").source_date.iso == "2026-07-01"


@pytest.mark.parametrize(
    ("source", "source_url", "title", "url"),
    [
        ("News", "", "News", LEEDS["link"]),
        ("", "https://a.example.org", None, "https://a.example.org"),
        ("https://a.example.org", "", None, "https://a.example.org"),
        ("@LeedsSEND", "https://a.example.org", "@LeedsSEND", "https://a.example.org"),
    ],
)
def test_a_source_is_a_title_or_a_link(add, source, source_url, title, url):
    """A title alone stands for the page of the survey; a link may stand where a title is asked for."""
    window = add(source=source, source_url=source_url)
    assert (window.source_title, window.source_url) == (title, url)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"area": ""}, "area: '' is empty"),
        ({"area": "Atlantis"}, "'Atlantis' is no area I know"),
        ({"area": "Newcastle"}, r"Newcastle upon Tyne \(E08000021\) or Staffordshire \(E10000028\)"),
        ({"audience": "dogs"}, "'dogs' is not one of: parent_carer, young_person, practitioner"),
        ({"opens": "soon"}, "opens: 'soon' is not a date"),
        ({"closes": "2026-06-29T09:00"}, "closes: '2026-06-29T09:00' is not after the opening"),
        ({"link": "survey.example.org"}, "is not a link that starts with http"),
        ({"link": "javascript:alert(1)"}, "is not a link that starts with http"),
        ({"link": "https://a.b/" + "x" * 500}, "is longer than 500 characters"),
        ({"source": "", "source_url": ""}, "say where you know it from"),
        ({"source": "=1+1"}, "begins like a spreadsheet formula"),
        ({"area": "+Leeds"}, "begins like a spreadsheet formula"),
        ({"source": "News\x07"}, "characters that can't be seen"),
        ({"source": "x" * 301}, "is longer than 300 characters"),
        ({"source_date": "2026-07-02"}, "is in the future"),
    ],
)
def test_a_bad_cell_is_refused(add, session, changed, reason):
    """What can't be taken is refused with the value and what to do, and nothing is kept."""
    with pytest.raises(BadWindow, match=reason):
        add(**changed)
    assert session.scalar(select(func.count(SurveyWindow.id))) == 0


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ({}, {"opens": "2026-07-06", "closes": "2026-07-20"}, True),
        ({}, {"opens": "2026-06-20", "closes": "2026-07-20"}, True),
        ({}, {"opens": "2026-07-07T09:00", "closes": "2026-07-20"}, False),
        ({}, {"audience": "young_person"}, False),
        ({}, {"area": "Bradford"}, False),
        ({"closes": ""}, {"opens": "2026-07-06T09:00"}, True),
        ({"closes": ""}, {"opens": "2026-07-07T09:00", "closes": ""}, False),
        ({}, {"opens": "2026-06-22", "closes": ""}, True),
    ],
)
def test_overlaps_are_refused(add, first, second, clash):
    """Two windows of one area and audience can't be open at once; an unknown closing counts as it does in answers."""
    window = add(**first)
    if not clash:
        assert add(**{"closes": "2026-07-20", **second}).id != window.id
        return
    with pytest.raises(BadWindow, match=rf"overlaps window {window.id} \(E08000035, parent_carer"):
        add(**{"closes": "2026-07-20", **second})


def test_listing_leaves_out_the_old(add, session, now):
    """Windows of long ago are listed only when asked for, those of another area not at all."""
    old, new = add(opens="2025-06-01", closes="2025-06-09"), add()
    other = add(area="Bradford")
    assert {one.id for one in windows.find(session, None, False, now)} == {new.id, other.id}
    assert windows.find(session, "Leeds", True, now) == [new, old]
    with pytest.raises(BadWindow, match="no area I know"):
        windows.find(session, "Atlantis", True, now)


def test_closing_sets_the_time(add, session, now):
    """A window can be closed now, or its closing noted once it is known; not before it opened."""
    window = add(closes="")
    assert windows.close(session, window.id, now, now, listeners=()).closes == now
    with pytest.raises(BadWindow, match=r"is not after the opening .* remove it"):
        windows.close(session, window.id, window.opens, now, listeners=())
    with pytest.raises(NoSuchWindow, match="no survey window 999"):
        windows.close(session, 999, now, now)


def test_a_mistake_is_removed(add, session, now):
    """A window written down by mistake goes, and its place is free again."""
    windows.remove(session, add().id, now, listeners=())
    session.flush()
    assert windows.find(session, None, True, now) == []
    assert add()


def test_listeners_are_told_in_the_same_transaction(maker, now):
    """A listener gets the window with its number, what happened and when; what it raises undoes the change."""
    heard = []

    def listen(session, window, change, when):
        heard.append((window.id is not None, change, when))

    with maker.begin() as session:
        window = windows.add(session, LEEDS, now, [listen])
        windows.close(session, window.id, now, now, [listen])
        windows.close(session, window.id, now, now, [listen])
        windows.remove(session, window.id, now, [listen])
    assert heard == [(True, change, now) for change in (Change.ADDED, Change.CLOSED, Change.REMOVED)]

    def fail(*_):
        raise RuntimeError("no")

    with pytest.raises(RuntimeError), maker.begin() as session:
        windows.add(session, LEEDS, now, [fail])
    with maker() as session:
        assert windows.find(session, None, True, now) == []


def test_listeners_of_the_program_are_told(add, session, now, monkeypatch):
    """Where no others are given, those that the program put together are told."""
    heard = []
    monkeypatch.setattr("knowledge.surveys.announcing.LISTENERS", [lambda *told: heard.append(told[2])])
    assert heard == []
    windows.add(session, LEEDS, now)
    assert heard == [Change.ADDED]
    assert isinstance(LISTENERS, list)
