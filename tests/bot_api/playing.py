"""Plays a script against a bot: does a step, waits for the answer and until the bot is quiet, goes on."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from tests.bot_api.script import Step
from tests.bot_api.server import BotApiServer

LOOKING_EVERY = 0.05


@dataclass(frozen=True)
class Patience:
    """How long to wait for an answer, and how long a bot is silent that has said all; in seconds."""

    answer: float = 20.0
    quiet: float = 0.8


@dataclass
class Player:
    """Plays one person. `unanswered` are the numbers of steps that nothing followed; `failed` says what went wrong."""

    api: BotApiServer
    user: int
    patience: Patience
    last_text: int = 0
    unanswered: list[int] = field(default_factory=list)
    failed: dict[int, str] = field(default_factory=dict)

    async def play(self, number: int, step: Step) -> None:
        """Does one step and waits for what follows it."""
        before = self._doings()
        try:
            self._do(step)
        except ValueError as error:
            self.failed[number] = str(error)
            return
        if not await self._until(lambda: self._doings() != before, self.patience.answer):
            self.unanswered.append(number)
        while await self._until(self._changed_since(self._doings()), self.patience.quiet):
            pass

    def _do(self, step: Step) -> None:
        if step.does == "says":
            self.last_text = self.api.text(self.user, step.what)["message"]["message_id"]
        elif step.does == "edits":
            self.api.edit(self.user, self.last_text, step.what)
        elif step.does == "sends":
            getattr(self.api, step.what)(self.user)
        else:
            self._press(step.what)

    def _press(self, button: str) -> None:
        for sent in reversed(self.api.sent(self.user)):
            if button.isdecimal() and 1 <= int(button) <= len(sent.labels):
                self.api.press(self.user, sent.message_id, sent.labels[int(button) - 1])
                return
            if button in sent.labels:
                self.api.press(self.user, sent.message_id, button)
                return
        raise ValueError(f"no message has a button “{button}”")

    def _doings(self) -> tuple[int, int, int]:
        sent = self.api.sent(self.user)
        answered = sum(1 for press in self.api.presses() if press["answered_at"])
        return len(sent), sum(len(message.edits) for message in sent), answered

    def _changed_since(self, before: tuple):
        return lambda: self._doings() != before

    async def _until(self, condition, seconds: float) -> bool:
        for _ in range(int(seconds / LOOKING_EVERY)):
            if condition():
                return True
            await asyncio.sleep(LOOKING_EVERY)
        return False
