"""What the turns say and remember."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.conversation import Asked, Conversation
from actions.replies import turns

LEEDS, KENT, CORNWALL = "E08000035", "E10000016", "E06000052"


def test_look_up_without_an_area_asks_and_waits(desk, asking):
    """A look-up with no area asks for one and remembers the question."""
    turn = turns.answer_one(desk, asking("area.outcome"))
    assert turn.replies[0].status == "ask_area"
    assert turn.remember["waiting_for_area"] == "area.outcome"


def test_area_answers_what_was_waiting(desk, asking):
    """A place alone answers the look-up that waited for it, and the waiting ends."""
    turn = turns.set_area(desk, asking("area.set", LEEDS, waiting_for_area="area.survey"))
    assert turn.replies[0].topic == "area.survey"
    assert turn.remember == {
        "areas": [LEEDS],
        "topic": "area.survey",
        "waiting_for_area": None,
        "misses": 0,
        "readings": ["area.set"],
    }


def test_remembered_area_is_used(desk, asking):
    """A look-up with no place uses the remembered area."""
    turn = turns.answer_one(desk, asking("area.outcome", areas=(KENT,)))
    assert turn.replies[0].areas == (KENT,)


def test_several_areas_each_get_a_reply(desk, asking):
    """A look-up of two areas gives two replies in the order named."""
    turn = turns.answer_one(desk, asking("area.outcome", LEEDS, CORNWALL))
    assert [reply.areas for reply in turn.replies] == [(LEEDS,), (CORNWALL,)]


def test_two_questions_give_two_replies(desk):
    """Each question of a message is answered; an area found for the first serves the second."""
    talk = Conversation((Asked("area.outcome", "answer", areas=(LEEDS,)), Asked("area.survey", "answer")))
    turn = turns.answer_each(desk, talk)
    assert [(reply.topic, reply.areas) for reply in turn.replies] == [
        ("area.outcome", (LEEDS,)),
        ("area.survey", (LEEDS,)),
    ]


def test_easy_read_repeats_the_last_look_up(desk, asking):
    """Asking for easy read says the last look-up again, a sentence a line, and stays on."""
    turn = turns.answer_one(desk, asking("bot.easy_read", topic="area.outcome", areas=(KENT,)))
    assert turn.remember["style"] == "easy_read"
    assert turn.replies[0].style == "easy_read"
    assert turn.replies[0].text.count("\n") > 3


@pytest.mark.parametrize("topic", ["area.outcome", None])
def test_easy_read_is_turned_off(desk, asking, topic):
    """Turning easy read off says the last answer again in standard words, or says that it is off."""
    turn = turns.answer_one(desk, asking("bot.standard", topic=topic, areas=(KENT,), style="easy_read"))
    assert turn.remember["style"] == "standard"
    assert turn.replies[0].style == "standard"
    assert ("Kent" if topic else "Easy read is off") in turn.replies[0].text


def test_crisis_stands_alone(desk, asking):
    """A crisis reply has no choices and no sources in its text."""
    reply = turns.answer_one(desk, asking("crisis.emergency")).replies[0]
    assert (reply.status, reply.choices) == ("crisis", ())
    assert "Source" not in reply.text


def test_misspelt_name_is_said_back(desk):
    """A reply says how a misspelt name was read."""
    asked = Asked("area.outcome", "answer", areas=(KENT,), misread=(("Knet", KENT),))
    reply = turns.answer_one(desk, Conversation((asked,))).replies[0]
    assert reply.text.startswith('I read "Knet" as Kent.')


def test_shared_name_with_many_areas_gives_examples(desk, asking):
    """A name that holds many areas is asked about with examples, not with a wall of choices."""
    london = tuple(code for code in desk.store.area_names() if code.startswith("E09"))
    talk = asking("area.outcome")
    talk = talk.about(replace(talk.asked, shared=(("London", london),)))
    reply = turns.answer_one(desk, talk).replies[0]
    assert (reply.status, [one.payload for one in reply.choices]) == ("ask_area", ["List the areas in London"])
    assert '"London" holds 33 areas' in reply.text
