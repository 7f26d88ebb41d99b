"""Turns for what was not understood, or not for sure."""

from __future__ import annotations

import pytest

from actions.conversation import Asked, Conversation
from actions.desk import open_desk
from actions.replies import turns
from knowledge import unanswered
from tests.conftest import TODAY

RANKING = (("crisis.abuse", 0.3), ("chat.insult", 0.26), ("outcome.three", 0.25), ("area.outcome", 0.2))


@pytest.fixture
def own_desk(database_url):
    """A desk over a database that may be written to."""
    return open_desk(database_url, TODAY)


def test_close_call_offers_titles(desk):
    """A close call offers at most three choices by title, never a topic id, crisis, small talk or refusal."""
    reply = turns.offer_choices(desk, Conversation((Asked("outcome.three", "clarify", ranking=RANKING),))).replies[0]
    assert reply.status == "clarify"
    assert [choice.topic for choice in reply.choices] == ["outcome.three", "area.outcome"]
    assert all("." not in choice.title for choice in reply.choices)


def test_a_miss_offers_what_a_search_finds(own_desk):
    """What was not understood is searched for, admitted, counted, and recorded without personal data."""
    asked = Asked("", "unclear", text="mediation certificate for Zebedee")
    turn = turns.not_understood(own_desk, Conversation((asked,), misses=1))
    assert turn.replies[0].status == "unanswerable"
    assert "support.mediation" in [choice.topic for choice in turn.replies[0].choices]
    assert turn.remember["misses"] == 2
    with own_desk.store.session() as session:
        assert [row.text for row in unanswered.newest(session, 5)] == ["mediation certificate for […]"]


def test_a_miss_with_nothing_found_is_admitted(own_desk):
    """When a search finds nothing either, the reply says so and offers ways on."""
    reply = turns.not_understood(own_desk, Conversation((Asked("", "unclear", text="qqq zzz"),))).replies[0]
    assert "found nothing" in reply.text
    assert reply.choices


def test_not_what_i_asked_offers_the_next_readings(desk):
    """ "That's not what I asked" offers the next best readings of the last question."""
    talk = Conversation((Asked("chat.wrong_answer", "answer"),), readings=("views.how", "views.survey_when"))
    reply = turns.answer_one(desk, talk).replies[0]
    assert [choice.topic for choice in reply.choices] == ["views.how", "views.survey_when"]


def test_a_term_is_explained(desk):
    """A glossary question gets the meaning with its source and the topic that says more."""
    reply = turns.answer_one(desk, Conversation((Asked("glossary", "answer", text="what does PAP mean"),))).replies[0]
    assert reply.text.startswith("Priority action plan: ")
    assert reply.sources
    assert [choice.topic for choice in reply.choices] == ["after.priority_action_plan"]


def test_an_unknown_term_is_a_miss(own_desk):
    """A term that is not on record is admitted, not guessed."""
    reply = turns.answer_one(own_desk, Conversation((Asked("glossary", "answer", text="what does zzz mean"),))).replies[
        0
    ]
    assert reply.status == "unanswerable"


def test_national_figures_have_a_chart(desk):
    """The reply on national outcomes has a picture whose words give every figure with its date."""
    reply = turns.answer_one(desk, Conversation((Asked("stats.national_outcomes", "answer"),))).replies[0]
    assert reply.image.url.endswith(".png")
    for figure in desk.store.national_figures():
        assert figure.as_at.words() in reply.image.alt
        assert f"top {figure.outcome_1}, middle {figure.outcome_2}, lowest {figure.outcome_3}" in reply.image.alt


def test_weaknesses_are_counted_from_the_findings(desk):
    """The reply on common weaknesses begins with our own count, said to be so."""
    reply = turns.answer_one(desk, Conversation((Asked("stats.common_weaknesses", "answer"),))).replies[0]
    reports, themes = desk.store.themes()
    assert reports == 55
    assert f"{themes['ehc_plan_quality']} of 55 reports" in reply.text
    assert "not an official figure" in reply.text
