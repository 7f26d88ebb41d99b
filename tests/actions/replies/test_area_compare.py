"""Areas side by side: which ones, what is said of each, the table."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from actions.conversation import Asked, Conversation
from actions.desk import open_desk
from actions.replies import turns
from knowledge.clock import LONDON
from knowledge.models import SurveyWindow
from tests.actions.replies.league import league_words
from tests.conftest import TODAY
from tests.knowledge.plain_language import RULES, longest_sentence

LEEDS, KENT, SURREY, CORNWALL, BEDFORD, HERTS = (
    "E08000035",
    "E10000016",
    "E10000030",
    "E06000052",
    "E06000055",
    "E10000015",
)
SUNDERLAND, NEWCASTLE, STAFFORDSHIRE, BUCKS, THURROCK = "E08000024", "E08000021", "E10000028", "E06000060", "E06000034"


@pytest.fixture
def compare(desk):
    """Asks to compare the areas named, with what is remembered, and returns the turn."""

    def send(*named: str, text: str = "compare them", style: str = "standard", **parts):
        asked_parts = {name: parts.pop(name) for name in ("shared", "nation", "misread") if name in parts}
        asked = Asked("area.compare", "answer", text, areas=named, **asked_parts)
        return turns.answer_one(desk, Conversation((asked,), style=style, **parts))

    return send


@pytest.mark.parametrize("style", ["standard", "easy_read"])
@pytest.mark.parametrize(
    "codes", [(LEEDS, SURREY), (LEEDS, KENT), (HERTS, CORNWALL, BEDFORD), (BUCKS, THURROCK, KENT, LEEDS)]
)
def test_every_comparison_keeps_its_promises(compare, codes, style):
    """A comparison is dated and sourced for each area, ranks nothing, and its table says what its text says."""
    reply = compare(*codes, style=style).replies[0]
    assert (reply.topic, reply.areas, reply.style, reply.as_at) == ("area.compare", codes, style, "2026-06-29")
    assert "As at 29 June 2026." in reply.text
    assert all(source.url in reply.text for source in reply.sources)
    assert 1 <= len(reply.choices) <= 3
    assert not re.search(r"[{}]", reply.text)
    assert not league_words(reply.text)
    assert not league_words(str(reply.table.as_json()))
    assert len(reply.table.columns) == len(codes) + 1
    assert {len(row) for row in reply.table.rows} == {len(codes) + 1}
    values = {value for label, *row in reply.table.rows for value in row if label != "Check on progress"}
    assert all(value in reply.text for value in values if "since 2023" not in value)


def test_facts_side_by_side(compare):
    """Outcome, days on site, report, next visit and survey stand beside each other, with what they do not mean."""
    text = compare(LEEDS, SURREY).replies[0].text
    for part in (
        "Leeds and Surrey, side by side.",
        "They have different outcomes.",
        "- Outcome: 3 of 3, widespread and/or systemic failings",
        "- Inspectors there: 25 to 29 September 2023",
        "- Report published: 24 November 2023",
        "- Next visit: full inspection about September 2026",
        "- Survey for families: none open that I know of",
        "Inspectors were there at different times",
        "Outcomes are not grades",
    ):
        assert part in text


def test_same_outcome_is_said(compare):
    """Areas with one and the same outcome are said to have it."""
    assert "They have the same outcome: 2 of 3." in compare(SURREY, CORNWALL).replies[0].text


def test_an_area_without_a_report_says_so(compare):
    """An area not inspected yet is shown as such, with no outcome and no talk of same or different."""
    reply = compare(LEEDS, KENT).replies[0]
    assert "I have no report on Kent since inspections changed in 2023, as at 29 June 2026." in reply.text
    assert "There may not have been an inspection yet" in reply.text
    assert "They have" not in reply.text
    assert "at different times" not in reply.text
    assert {label: kent for label, _, kent in reply.table.rows}["Outcome"] == "no report since 2023 on my record"
    assert compare(KENT, NEWCASTLE).replies[0].status == "not_on_record"


def test_dates_stay_as_exact_as_known(compare):
    """A visit known to the month stays a month; days that are not known are said not to be."""
    table = compare(BUCKS, THURROCK).replies[0].table
    assert ("Inspectors there", "November 2025", "not on my record") in table.rows


@pytest.mark.parametrize(
    ("closes", "says"),
    [
        (dt.datetime(2026, 7, 7, 9, tzinfo=LONDON), "Survey for families: open now, closes 9am on Tuesday 7 July 2026"),
        (None, "Survey for families: open now, I do not know until when"),
    ],
)
def test_an_open_survey_is_shown(database_url, closes, says):
    """An open survey is shown beside the other area's, with its closing time where that is known, and its source."""
    desk = open_desk(database_url, TODAY)
    with desk.store.session() as session, session.begin():
        opens = dt.datetime(2026, 6, 29, 9, tzinfo=LONDON)
        window = {"gss_code": KENT, "audience": "parent_carer", "source_url": "https://kent.example/news"}
        session.add(SurveyWindow(opens=opens, closes=closes, **window))
    reply = turns.answer_one(desk, Conversation((Asked("area.compare", "answer", "both", (LEEDS, KENT)),))).replies[0]
    assert says in reply.text
    assert "Survey for families: none open that I know of" in reply.text
    assert "https://kent.example/news" in [source.url for source in reply.sources]


def test_the_remembered_area_is_the_other_one(compare):
    """One area named is set beside the remembered one, which stays remembered."""
    turn = compare(KENT, areas=(LEEDS,))
    assert turn.replies[0].areas == (LEEDS, KENT)
    assert turn.remember["areas"] == [LEEDS]


def test_one_area_asks_for_the_other_and_waits(compare, desk):
    """One area alone asks for the other; a place said next completes the comparison."""
    turn = compare(LEEDS)
    assert (turn.replies[0].status, turn.remember["areas"]) == ("ask_area", [LEEDS])
    assert "beside Leeds" in turn.replies[0].text
    talk = Conversation(
        (Asked("area.set", "answer", "Kent", (KENT,)),), areas=(LEEDS,), waiting_for_area="area.compare"
    )
    done = turns.set_area(desk, talk)
    assert done.replies[0].areas == (LEEDS, KENT)
    assert done.remember["waiting_for_area"] is None


def test_no_area_asks_for_two(compare):
    """No area at all asks for two to four, and the same area twice counts once."""
    assert "two, three or four" in compare().replies[0].text
    assert compare(LEEDS, areas=(LEEDS,)).replies[0].status == "ask_area"


def test_more_than_four_shows_four(compare):
    """Five areas show the first four, and that is said."""
    reply = compare(LEEDS, KENT, SURREY, CORNWALL, BEDFORD).replies[0]
    assert reply.areas == (LEEDS, KENT, SURREY, CORNWALL)
    assert reply.text.startswith("I can show four areas at once")


def test_a_shared_name_is_asked_about(compare, desk):
    """A shared name in a comparison asks which is meant; a tap and a typed name both keep the other area."""
    shared = (("newcastle", (NEWCASTLE, STAFFORDSHIRE)),)
    turn = compare(SUNDERLAND, shared=shared)
    assert turn.replies[0].status == "ask_area"
    assert turn.replies[0].choices[0].payload == f"ask:area.compare:{SUNDERLAND}+{NEWCASTLE}"
    assert (turn.remember["areas"], turn.remember["waiting_for_area"]) == ([SUNDERLAND], "area.compare")
    asked = Asked("area.compare", "answer", "sunderland and newcastle", (SUNDERLAND,), shared)
    assert turns.ask_which(desk, Conversation((asked,))).replies == turn.replies


def test_a_misspelt_name_is_said_back(compare):
    """How a misspelt name was read is said."""
    assert compare(LEEDS, KENT, misread=(("Knet", KENT),)).replies[0].text.startswith('I read "Knet" as Kent.')


def test_a_place_outside_england_is_left_out_and_that_is_said(compare):
    """A place outside England is named as left out, and the other area is asked for."""
    reply = compare(LEEDS, nation="wales").replies[0]
    assert reply.status == "ask_area"
    assert reply.text.startswith("I know about England only")


def test_an_area_can_be_added(compare):
    """ "Add Kent" adds to the comparison on show; after another answer it does not."""
    on_show = {"compared": (LEEDS, SURREY), "areas": (LEEDS,)}
    assert compare(KENT, text="add Kent", topic="area.compare", **on_show).replies[0].areas == (LEEDS, SURREY, KENT)
    assert compare(KENT, text="add Kent", topic="area.outcome", **on_show).replies[0].areas == (LEEDS, KENT)


def test_easy_read_says_it_again(compare, desk):
    """Easy read repeats the comparison on show, one short line a fact."""
    talk = Conversation(
        (Asked("bot.easy_read", "answer", "easy read"),), topic="area.compare", areas=(LEEDS,), compared=(LEEDS, SURREY)
    )
    reply = turns.answer_one(desk, talk).replies[0]
    assert (reply.areas, reply.style) == ((LEEDS, SURREY), "easy_read")
    lines = reply.text.partition("\nSources:")[0]
    assert longest_sentence(lines) <= RULES["easy_read"]["longest"]


def test_two_areas_offered_as_a_reading_keep_both(desk):
    """A comparison offered among readings carries all the areas named."""
    asked = Asked("area.compare", "clarify", "kent surrey", (KENT, SURREY), ranking=(("area.compare", 0.5),))
    reply = turns.offer_choices(desk, Conversation((asked,))).replies[0]
    assert [(one.title, one.payload) for one in reply.choices] == [
        ("Compare Kent and Surrey", f"ask:area.compare:{KENT}+{SURREY}")
    ]
