"""Composing the answer to an update: the parts to send, in order."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from sqlalchemy.engine import Engine

from actions.desk import Desk
from actions.replies.parts import choices
from actions.replies.turns import PRIVACY
from actions.reply import Reply
from bot.channels.telegram import incoming as kinds
from bot.channels.telegram.asking import Asking, Remembered, Replies
from bot.channels.telegram.commands import Command, question_of, read_command
from bot.channels.telegram.deleting import say_deleted
from bot.channels.telegram.inbox import Inbox, Task
from bot.channels.telegram.incoming import Incoming
from bot.channels.telegram.parts import Part
from bot.channels.telegram.people import GROUPS, People, end_subscriptions, forget_person
from bot.channels.telegram.pressing import show_choice
from bot.channels.telegram.rendering import payload_of, render
from bot.channels.telegram.speaking import Speaker

PRIVATE_COMMANDS = ("notify", "stop", "deletemydata")
"""What must not be asked for in a group: it is about one person."""


class Composer:
    """Makes the parts of each answer. Composing twice gives the same: it begins with the conversation as it was."""

    def __init__(self, asking: Asking, people: People, inbox: Inbox, engine: Engine, desk: Desk, speaker: Speaker):
        self._asking, self._people, self._inbox, self._engine, self._desk = asking, people, inbox, engine, desk
        self._copy, self._speaker = desk.copy["telegram"], speaker
        own: dict[str, Callable[[Task, str, str], Awaitable[list[Part]]]] = {
            "start": self._start,
            "easy": self._easy,
            "listen": self._listen,
            "deletemydata": self._delete,
        }
        self._own = own

    async def compose(self, task: Task) -> list[Part]:
        """The parts of the answer to an update; none when nothing is to be said."""
        update = task.incoming
        if update.kind == kinds.LEFT:
            self._left(update)
            return []
        if not update.is_private:
            return await self._in_group(task)
        person = self._inbox.person(update.chat_id)
        chosen = self._people.seen(person, update.chat_id)
        self._begin(task, person, chosen)
        parts = await self._answer(task, person, person)
        if self._asking.memory.remembered(person):
            self._asking.keep_choices(person, chosen)
        return parts

    def _begin(self, task: Task, sender: str, chosen: Remembered) -> None:
        """Puts the conversation back to where it was when this update was first taken up."""
        if task.before is not None:
            self._asking.memory.forget(sender)
            self._asking.memory.begin(sender, task.before)
        else:
            self._asking.restore(sender, chosen)
            self._inbox.keep_before(task.row, self._asking.memory.remembered(sender))

    async def _in_group(self, task: Task) -> list[Part]:
        update = task.incoming
        group = self._inbox.person(update.chat_id)
        warned = self._people.seen(group, update.chat_id, GROUPS).get("warned")
        parts = [] if warned else [self._plain(update, self._copy["group"]["warning"])]
        self._people.choose(group, {"warned": True})
        if update.kind == kinds.JOINED:
            return parts
        sender = self._inbox.person(update.chat_id, update.user_id)
        self._begin(task, sender, {})
        return parts + await self._answer(task, sender, None)

    def _left(self, update: Incoming) -> None:
        end_subscriptions(self._engine, self._inbox.person(update.chat_id))

    async def _answer(self, task: Task, sender: str, person: str | None) -> list[Part]:
        update = task.incoming
        if update.kind == kinds.PRESS:
            return await self._pressed(task, sender, person)
        if update.kind != kinds.TEXT:
            return self._said(update, [self._with_examples(self._copy["kinds"][update.kind])])
        command = read_command(update.text)
        if command and person is None and command.name in PRIVATE_COMMANDS:
            return [self._plain(update, self._copy["group"]["only_alone"])]
        name = command.name if command else update.text.strip().lower()
        if name in self._own and (command or name == "listen"):
            return await self._own[name](task, sender, command.argument if command else "")
        return await self._ask(task, sender, person, self._question(command, update.text))

    def _question(self, command: Command | None, text: str) -> str:
        return (question_of(command, self._copy) if command else None) or text

    async def _ask(self, task: Task, sender: str, person: str | None, text: str) -> list[Part]:
        replies = await self._asking.ask(sender, text, person)
        if person and replies and replies[0]["topic"] == PRIVACY and not self._asking.memory.remembered(sender):
            return await self._delete(task, sender, "")
        return self._said(task.incoming, replies)

    async def _pressed(self, task: Task, sender: str, person: str | None) -> list[Part]:
        update = task.incoming
        shown = show_choice(update, self._copy)
        remembered = self._asking.memory.remembered(sender).get("choices") or []
        payload = payload_of(update.text, remembered)
        if payload is None:
            return shown + self._said(update, [self._with_examples(self._copy["stale"])])
        return shown + await self._ask(task, sender, person, payload)

    async def _start(self, task: Task, sender: str, _words: str) -> list[Part]:
        style = self._asking.memory.remembered(sender).get("style") or "standard"
        text = self._copy["start"]["easy_read" if style == "easy_read" else "text"]
        offered = choices(self._desk, self._copy["start"]["examples"])
        return self._said(task.incoming, [Reply(text.strip(), None, choices=offered).as_json()])

    async def _easy(self, task: Task, sender: str, _words: str) -> list[Part]:
        is_easy = self._asking.memory.remembered(sender).get("style") == "easy_read"
        person = sender if task.incoming.is_private else None
        return await self._ask(task, sender, person, self._copy["easy"]["off" if is_easy else "on"])

    async def _listen(self, task: Task, sender: str, _words: str) -> list[Part]:
        said = self._asking.memory.remembered(sender).get("said") or []
        return self._speaker.parts(said, task.incoming.chat_id)

    async def _delete(self, task: Task, sender: str, _words: str) -> list[Part]:
        before = task.before or {}
        deleted = forget_person(self._engine, self._asking.memory, sender, spared=task.row)
        deleted["conversation"] = deleted["conversation"] or int(bool(before))
        return [self._plain(task.incoming, say_deleted(self._copy["deleted"], deleted))]

    def _with_examples(self, text: str) -> dict:
        offered = choices(self._desk, self._copy["start"]["examples"])
        return Reply(text, None, "refused", choices=offered).as_json()

    def _said(self, update: Incoming, replies: Replies) -> list[Part]:
        return render(replies, update.chat_id, None if update.is_private else update.message_id)

    @staticmethod
    def _plain(update: Incoming, text: str) -> Part:
        return render([Reply(text.strip(), None).as_json()], update.chat_id)[0]
