"""The few intents the dialogue rules know."""

import pytest

from nlu import intents
from nlu.intents import intent_for
from nlu.questions import Question

KENT = ("E10000016",)
SHARED = (("Newcastle", ("E08000021", "E10000028")),)


def question(topic: str, decision: str = "answer", **more) -> Question:
    """A question with this topic."""
    return Question("some text", topic, 0.9, decision, **more)


@pytest.mark.parametrize(
    ("one", "intent"),
    [
        (question("support.tribunal"), "answer"),
        (question("support.tribunal", areas=KENT), "answer"),
        (question("support.tribunal", shared=SHARED), "answer"),
        (question("glossary"), "answer"),
        (question("area.outcome"), "look_up"),
        (question("area.outcome", areas=KENT), "look_up"),
        (question("area.outcome", shared=SHARED), "which_area"),
        (question("area.list", shared=SHARED), "look_up"),
        (question("area.set", areas=KENT), "give_area"),
        (question("area.set", shared=SHARED), "which_area"),
        (question("out_of_scope.homework"), "out_of_scope"),
        (question("area.outcome", "clarify", areas=KENT), "clarify"),
        (question("support.tribunal", "unclear"), "unclear"),
        (question("out_of_scope.homework", "clarify"), "clarify"),
    ],
)
def test_intent_of_one_question(one, intent):
    """The intent follows from the topic's group, the decision and the places named."""
    assert intent_for([one]) == intent


@pytest.mark.parametrize(
    ("one", "intent"),
    [
        (question("area.outcome", nation="wales"), "not_england"),
        (question("area.not_england", nation="wales"), "not_england"),
        (question("support.tribunal", "unclear", nation="wales"), "not_england"),
        (question("support.tribunal", nation="wales"), "answer"),
        (question("area.outcome", nation="wales", areas=KENT), "look_up"),
    ],
)
def test_a_place_outside_england_matters_only_where_the_answer_depends_on_it(one, intent):
    """A nation leads to "not England" unless an area is named too or the answer is general."""
    assert intent_for([one]) == intent


def test_two_questions_are_several():
    """A message with two questions is handled as several, whatever they are."""
    assert intent_for([question("area.outcome", areas=KENT), question("chat.greet", "unclear")]) == "several"


def test_every_intent_is_listed_once():
    """`ALL` holds each intent that a rule may go by, once."""
    names = {value for name, value in vars(intents).items() if name.isupper() and isinstance(value, str)}
    assert set(intents.ALL) == names
    assert len(intents.ALL) == len(names)
