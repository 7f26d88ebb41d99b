"""The plain form: one question, answered on a page, with nothing kept on the server between two pages."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from actions.desk import Desk
from actions.replies.look_ups import LOOK_UPS
from actions.replies.parts import choice
from knowledge.marks import METADATA as PERSONAL
from nlu.areas.postcodes import METADATA as POSTCODES
from nlu.questions import PAYLOAD

STYLES = ("standard", "easy_read")


@dataclass(frozen=True)
class Form:
    """What the form holds: a question or a choice, and what the page before it remembered."""

    question: str = ""
    choice: str = ""
    style: str = "standard"
    area: str = ""
    topic: str = ""
    waiting: str = ""

    @classmethod
    def read(cls, desk: Desk, values: Mapping[str, str]) -> Form:
        """The form in these values. What is not of this form is left out."""
        picked, area = values.get("c") or "", values.get("area") or ""
        topic, waiting = values.get("topic") or "", values.get("waiting") or ""
        return cls(
            question=(values.get("q") or "").strip(),
            choice=picked if PAYLOAD.fullmatch(picked) else "",
            style="easy_read" if values.get("style") == "easy_read" else "standard",
            area=area if area in desk.store.area_names() else "",
            topic=topic if topic in desk.topics or topic in LOOK_UPS else "",
            waiting=waiting if waiting in LOOK_UPS else "",
        )

    @property
    def message(self) -> str:
        """What to ask the assistant; empty when nothing was asked."""
        return self.question or self.choice

    @property
    def slots(self) -> dict[str, Any]:
        """What the assistant should remember before it answers."""
        return {
            "areas": [self.area] if self.area else None,
            "style": self.style if self.style != "standard" else None,
            "topic": self.topic or None,
            "waiting_for_area": self.waiting or None,
        }

    def after(self, remembered: Mapping[str, Any]) -> Form:
        """The form of the next page, from what is remembered now."""
        return Form(
            style=remembered.get("style") or "standard",
            area=next(iter(remembered.get("areas") or ()), ""),
            topic=remembered.get("topic") or "",
            waiting=remembered.get("waiting_for_area") or "",
        )

    def link(self, payload: str) -> str:
        """The address that asks a choice from this page. No words of a person are ever in it."""
        kept = {"c": payload, "style": self.style if self.style != "standard" else "", "area": self.area}
        return "/ask?" + urlencode({name: value for name, value in kept.items() if value})

    def heading(self, desk: Desk) -> str:
        """What was asked, in words: the question itself, or the title of the choice."""
        match = PAYLOAD.fullmatch(self.message)
        if not match:
            return self.question
        codes = [code for code in match.group(2).replace("+", ":").split(":") if code in desk.store.area_names()]
        found = choice(desk, match.group(1), tuple(codes))
        return found.title if found else ""


def _as_read(form: Form, message: UserMessage) -> Form:
    """The form with the marks that personal data in the question was replaced by; as typed where there was none."""
    taken_out = any((message.metadata or {}).get(key) for key in (PERSONAL, POSTCODES))
    return replace(form, question=message.text) if taken_out and form.question else form


async def ask(agent, form: Form) -> tuple[list[dict[str, Any]], Form, Form]:
    """The replies, the form as it was read (without personal data), and the form of the next page.

    The conversation is forgotten at once.
    """
    memory, sender, collector = agent.tracker_store, f"page:{secrets.token_hex(16)}", CollectingOutputChannel()
    memory.begin(sender, form.slots)
    try:
        message = UserMessage(form.message, collector, sender, input_channel="page")
        await agent.handle_message(message)
        return (
            [sent["custom"] for sent in collector.messages],
            _as_read(form, message),
            form.after(memory.remembered(sender)),
        )
    finally:
        memory.forget(sender)
