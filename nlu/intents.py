"""The few intents the dialogue rules know. A topic is never an intent, so adding one adds no rule."""

from __future__ import annotations

from collections.abc import Sequence

from nlu.questions import Question

ANSWER = "answer"
LOOK_UP = "look_up"
GIVE_AREA = "give_area"
WHICH_AREA = "which_area"
NOT_ENGLAND = "not_england"
SEVERAL = "several"
CLARIFY = "clarify"
OUT_OF_SCOPE = "out_of_scope"
UNCLEAR = "unclear"
FOLLOW_UP = "follow_up"
ALL = (ANSWER, LOOK_UP, GIVE_AREA, WHICH_AREA, NOT_ENGLAND, SEVERAL, CLARIFY, OUT_OF_SCOPE, UNCLEAR, FOLLOW_UP)

PLACE_GROUPS = ("area",)
"""Groups of topics whose answer depends on the area."""


def intent_for(questions: Sequence[Question]) -> str:
    """The intent of a message with these questions."""
    if len(questions) > 1:
        return SEVERAL
    question = questions[0]
    group = question.topic.partition(".")[0]
    if group == FOLLOW_UP:
        return FOLLOW_UP
    about_a_place = group in PLACE_GROUPS
    if question.nation and not question.areas and (about_a_place or question.decision != "answer"):
        return NOT_ENGLAND
    if question.decision == "unclear":
        return UNCLEAR
    if question.decision == "clarify":
        return CLARIFY
    if group == "out_of_scope":
        return OUT_OF_SCOPE
    if question.shared and about_a_place and question.topic != "area.list":
        return WHICH_AREA
    if question.topic in ("area.set", "area.named"):
        return GIVE_AREA
    return LOOK_UP if about_a_place else ANSWER
