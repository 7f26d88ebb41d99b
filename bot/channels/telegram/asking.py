"""Asking the assistant in a person's name, with what they chose once for all."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from bot.channels.telegram.people import CHANNEL, People

Replies = list[dict[str, Any]]
Remembered = dict[str, Any]


class Asking:
    """`agent` answers messages; its tracker store is the memory of conversations."""

    def __init__(self, agent, people: People):
        self._agent, self._people, self.memory = agent, people, agent.tracker_store

    async def ask(self, sender: str, text: str, person: str | None) -> Replies:
        """The replies to a text. `person` is None where nobody can be written to (groups)."""
        collector = CollectingOutputChannel()
        metadata = {"channel": CHANNEL, "person": person}
        await self._agent.handle_message(UserMessage(text, collector, sender, input_channel=CHANNEL, metadata=metadata))
        return [sent["custom"] for sent in collector.messages]

    def restore(self, sender: str, chosen: dict[str, Any]) -> None:
        """Begins a conversation that was forgotten with what the person chose before."""
        if chosen and not self.memory.remembered(sender):
            slots = {name: chosen.get(name) for name in ("style", "language")}
            self.memory.begin(sender, {**slots, "areas": [chosen["area"]] if chosen.get("area") else None})

    def keep_choices(self, person: str, chosen: dict[str, Any]) -> None:
        """Keeps area, style and language when they are no longer what they were."""
        now = self.memory.remembered(person)
        kept = {**chosen, "area": (now.get("areas") or [None])[0], "style": now.get("style")}
        kept["language"] = now.get("language")
        kept = {name: value for name, value in kept.items() if value is not None}
        if kept != chosen:
            self._people.choose(person, kept)
