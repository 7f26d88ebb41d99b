"""Replying: thin Rasa actions, and the replies they give.

Rasa's action server finds the actions through this package: `python -m rasa_sdk --actions actions`.
"""

from actions.action_answer import ActionAnswer
from actions.action_answer_several import ActionAnswerSeveral
from actions.action_ask_which_area import ActionAskWhichArea
from actions.action_decline import ActionDecline
from actions.action_explain_not_england import ActionExplainNotEngland
from actions.action_follow_up import ActionFollowUp
from actions.action_look_up import ActionLookUp
from actions.action_not_understood import ActionNotUnderstood
from actions.action_offer_choices import ActionOfferChoices
from actions.action_set_area import ActionSetArea

__all__ = [
    "ActionAnswer",
    "ActionAnswerSeveral",
    "ActionAskWhichArea",
    "ActionDecline",
    "ActionExplainNotEngland",
    "ActionFollowUp",
    "ActionLookUp",
    "ActionNotUnderstood",
    "ActionOfferChoices",
    "ActionSetArea",
]
