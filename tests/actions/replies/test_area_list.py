"""Lists of areas: what they say, how they go on, what they remember."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from actions.conversation import Asked, Conversation
from actions.replies import area_list, turns
from knowledge.listing import Kind, ListQuery
from tests.actions.replies.league import league_words
from tests.knowledge.plain_language import RULES, longest_sentence, reading_age

LEEDS, KENT, SURREY, WAKEFIELD = "E08000035", "E10000016", "E10000030", "E08000036"
QUESTIONS = [
    "latest reports",
    "which areas in the north east got the lowest outcome",
    "which areas in the north east got the best outcome",
    "all areas rated inconsistent in London",
    "which areas were inspected in 2025",
    "reports in 2023",
    "anything out today",
    "areas not inspected yet",
    "who has had a monitoring inspection",
    "who has had a monitoring inspection in 2024",
    "areas due next",
    "overdue monitoring inspections in the south west",
    "due in 2040",
    "being inspected right now",
    "outcome 1 and 3 a to z",
]


@pytest.fixture
def ask(desk):
    """Asks for a list, with what is remembered, and returns the turn."""

    def send(text: str, style: str = "standard", **parts):
        remembered = {name: parts.pop(name) for name in ("areas", "topic", "list_from") if name in parts}
        named = {"areas": parts.pop("named", ()), "shared": parts.pop("shared", ())}
        asked = Asked(parts.pop("about", "area.list"), "answer", text, **named)
        return turns.answer_one(desk, Conversation((asked,), style=style, **remembered))

    return send


def after(turn) -> dict:
    """What the next turn finds remembered, as it comes out of a slot."""
    kept = json.loads(json.dumps(turn.remember))
    return {name: kept[name] for name in ("topic", "list_from")}


def rows(reply) -> list[str]:
    """The areas listed in a reply."""
    return re.findall(r"^- ([^:\n]+)", reply.text.partition("\nSources:")[0], re.MULTILINE)


@pytest.mark.parametrize("style", ["standard", "easy_read"])
@pytest.mark.parametrize("text", QUESTIONS)
def test_every_list_keeps_its_promises(ask, text, style):
    """A list is dated and sourced, shows ten at most, offers three steps at most, and ranks nothing."""
    reply = ask(text, style).replies[0]
    assert reply.topic == "area.list"
    assert reply.style == style
    assert (reply.as_at, "As at 29 June 2026." in reply.text) == ("2026-06-29", True)
    assert reply.sources
    assert all(source.url in reply.text for source in reply.sources)
    assert len(rows(reply)) <= 10
    assert 1 <= len(reply.choices) <= 3
    assert not re.search(r"[{}]", reply.text)
    assert not league_words(reply.text)


@pytest.mark.parametrize("text", QUESTIONS)
def test_easy_read_has_short_lines(ask, text):
    """In easy read no sentence is longer than easy read allows, names and links aside."""
    text = ask(text, "easy_read").replies[0].text.partition("\nSource")[0]
    assert longest_sentence(text) <= RULES["easy_read"]["longest"]


@pytest.mark.parametrize(("style", "age"), [("standard", "standard"), ("easy_read", "easy_read")])
def test_notes_are_plain(desk, style, age):
    """What explains the numbers reads at the age its style allows."""
    wording = area_list.Wording(desk.copy["lists"], style)
    kinds = [kind for kind in ("monitoring", "none_yet", "due", "now") if wording.has(kind, "note")]
    text = "\n".join([wording.get("counted"), *(wording.get(kind, "note") for kind in kinds)])
    assert len(kinds) == 4
    assert reading_age(text) <= RULES[age]["age"]


def test_what_was_counted_is_said(ask):
    """A list says how many areas it looked at, how many have a report, how many match, and that we counted."""
    text = ask("all inconsistent areas in London").replies[0].text
    assert "In London, 20 of 33 areas have a report" in text
    assert "10 of them got outcome 2 (inconsistent)." in text
    assert "I counted this from published reports. It is not an official figure." in text


def test_each_row_has_its_date_and_outcome(ask):
    """Each row names the area, its outcome in plain words and the day of the report."""
    assert (
        "- Leeds: outcome 3, widespread or systemic failings. Report of 18 June 2026." in ask("latest").replies[0].text
    )


def test_nothing_found_says_what_there_is(ask):
    """When no area got the outcome asked about, the reply says so and what they got."""
    turn = ask("which areas in the north east got the lowest outcome")
    text = turn.replies[0].text
    assert "None of them got outcome 3" in text
    assert "2 got outcome 1 (typically positive) and 5 got outcome 2 (inconsistent)." in text
    assert turn.replies[0].status == "answered"
    assert turn.replies[0].choices[0].payload == "ask:area.list"


def test_nothing_on_record_for_a_time(ask):
    """A time beyond the record is said to be not on record, with how far the record goes."""
    reply = ask("reports out this month").replies[0]
    assert reply.status == "not_on_record"
    assert "no report from England that came out in July 2026. My list goes up to 29 June 2026." in reply.text


def test_more_goes_through_the_whole_list(ask, desk):
    """ "Show more" goes on where the list stopped until all areas were named once, then says that this was all."""
    turn = ask("which areas failed")
    seen = rows(turn.replies[0])
    while any(one.payload == "ask:area.more" for one in turn.replies[0].choices):
        turn = ask("show more", about="area.more", **after(turn))
        seen += rows(turn.replies[0])
    assert len(seen) == len(set(seen)) == desk.store.find_list(ListQuery(outcomes=(3,)), desk.clock()).count == 25
    end = ask("more", about="area.more", **after(turn))
    assert "That was the whole list (25)." in end.replies[0].text
    assert rows(end.replies[0]) == []


def test_a_number_asked_for_is_kept(ask):
    """ "Last three" shows three; more goes on after them."""
    turn = ask("last three reports")
    assert len(rows(turn.replies[0])) == 3
    assert "That is 4 to 13 of 96" in ask("more", about="area.more", **after(turn)).replies[0].text


def test_more_after_something_else_asks_what(ask):
    """ "More" typed after another answer is no list; a tap on an old "Show more" still goes on with its list."""
    turn = ask("latest reports")
    kept = {**after(turn), "topic": "outcome.three"}
    typed = ask("more", about="area.more", **kept).replies[0]
    assert (typed.status, bool(typed.choices)) == ("clarify", True)
    assert "11 to 20" in ask("ask:area.more", about="area.more", **kept).replies[0].text


def test_more_without_any_list(ask):
    """ "More" out of the blue offers what there is."""
    reply = ask("more", about="area.more").replies[0]
    assert (reply.status, len(reply.choices)) == ("clarify", 3)


def test_a_likely_more_is_taken_for_it_while_a_list_is_on_show(desk, ask):
    """A short unsure message in which "more" is a likely reading goes on with the list on show."""
    asked = Asked("area.set", "clarify", "the remaining ones", ranking=(("outcome.three", 0.4), ("area.more", 0.3)))
    talk = Conversation((asked,), **after(ask("latest reports")))
    assert "11 to 20" in turns.offer_choices(desk, talk).replies[0].text
    assert turns.offer_choices(desk, replace(talk, topic="outcome.three")).replies[0].status == "clarify"


def test_a_list_offered_as_a_reading_is_the_one_asked_for(desk, ask):
    """Tapping "a list" after "is it one of these?" answers the question that was typed, not an empty one."""
    asked = Asked("area.list", "clarify", "how many failed up north", ranking=(("area.list", 0.5),))
    turn = turns.offer_choices(desk, Conversation((asked,)))
    assert [one.payload for one in turn.replies[0].choices] == ["ask:area.list"]
    tapped = ask("ask:area.list", list_from=turn.remember["list_from"])
    assert "In the North East, the North West and Yorkshire and The Humber" in tapped.replies[0].text
    assert "got outcome 3" in tapped.replies[0].text


def test_places_that_are_no_region(ask):
    """A shared name lists its areas; several areas list themselves; one area means its region, and that is said."""
    shared = ask("who failed in kent or surrey", shared=(("Greater Manchester", (KENT, SURREY)),)).replies[0]
    assert "In Greater Manchester, 1 of 2 areas has a report" in shared.text
    assert "In Leeds and Wakefield, 2 of 2 areas" in ask("what did they get", named=(LEEDS, WAKEFIELD)).replies[0].text
    near = ask("any good ones near leeds", named=(LEEDS,)).replies[0].text
    assert near.startswith("I can't tell which areas are near there")
    assert "In Yorkshire and The Humber" in near


def test_own_area_is_offered_first(ask):
    """The area remembered is the one offered, when it is among those shown."""
    assert ask("latest reports", areas=(LEEDS,)).replies[0].choices[1].payload == f"ask:area.outcome:{LEEDS}"


def test_easy_read_says_the_same_list_again(desk, ask):
    """Asking for easy read repeats the part of the list on show, a sentence a line."""
    turn = ask("more", about="area.more", **after(ask("latest reports")))
    talk = Conversation((Asked("bot.easy_read", "answer", "easy read"),), **after(turn))
    again = turns.answer_one(desk, talk).replies[0]
    assert again.style == "easy_read"
    assert rows(turn.replies[0])[0] in again.text


def test_the_slot_holds_no_words_of_the_person(ask):
    """What is kept to go on with is what was understood, not what was typed."""
    kept = json.dumps(ask("which areas failed, asks Zebedee Quux of 1 Some Street").remember)
    assert "Zebedee" not in kept
    assert "failed" not in kept


def test_old_facts_say_so(desk, ask):
    """Past the set age a list says that it may be out of date, with where to look."""
    text = (
        area_list.answer(replace(desk, stale_days=1), Conversation((Asked("area.list", "answer", "latest"),)))
        .replies[0]
        .text
    )
    assert "may be out of date" in text
    assert "https://reports.ofsted.gov.uk" in text


def test_every_kind_has_wording_and_steps(desk):
    """Each kind of list has its words, the step for an area in it, and steps that lead somewhere."""
    copy = desk.copy["lists"]
    groups = {"due" if kind is Kind.MONITORING_DUE else kind.value for kind in Kind}
    assert groups == set(copy["area_step"]) == set(copy["steps"])
    assert all(
        topic in desk.topics or topic in desk.copy["general"]["look_ups"]
        for one in groups
        for topic in copy["steps"][one]
    )
