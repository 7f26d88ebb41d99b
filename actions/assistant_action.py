"""The base of all actions: a time limit, an honest answer when it is hit, and never an error outside."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation import Conversation
from actions.desk import Desk, the_desk
from actions.replies.finishing import finish
from actions.reply import Reply
from actions.turn import Turn

logger = logging.getLogger(__name__)


class AssistantAction(Action):
    """An action gives a Turn. Subclasses set `action_name` and define `turn`."""

    action_name = ""
    time_limit_seconds = 2.0

    def name(self) -> str:
        """The name rules use (called by Rasa)."""
        return self.action_name

    def turn(self, desk: Desk, talk: Conversation) -> Turn:
        """Returns what to say and what to remember. Runs in a thread, so it may read the database."""
        raise NotImplementedError

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Sends the replies of this turn (called by Rasa). Never raises: a failure becomes a reply."""
        turn = await self._turn_in_time(tracker)
        for reply in turn.replies:
            dispatcher.utter_message(json_message=reply.as_json())
        return [SlotSet(name, value) for name, value in turn.remember.items()]

    def _whole_turn(self, desk: Desk, talk: Conversation) -> Turn:
        return finish(desk, talk, self.turn(desk, talk))

    async def _turn_in_time(self, tracker: Tracker) -> Turn:
        desk = the_desk()
        try:
            talk = Conversation.from_tracker(tracker)
            work = asyncio.get_running_loop().run_in_executor(None, self._whole_turn, desk, talk)
            return await asyncio.wait_for(work, self.time_limit_seconds)
        except asyncio.TimeoutError:
            logger.error("%s took longer than %s s", self.action_name, self.time_limit_seconds)
            return Turn((Reply(desk.copy["general"]["too_slow"], None, "error"),))
        except Exception as error:  # the person gets an answer whatever went wrong; no message text is logged
            logger.error("%s failed: %s", self.action_name, type(error).__name__)
            return Turn((Reply(desk.copy["general"]["failed"], None, "error"),))
