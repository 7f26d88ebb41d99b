"""What the bot sent, as tests read it: the same from the server in the process and over HTTP."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.bot_api.state import Record

KINDS = ("text", "photo", "voice", "document")


@dataclass(frozen=True)
class Sent:
    """One message of the bot. `source` is its text or caption with the markup as the bot wrote it."""

    chat_id: int
    message_id: int
    kind: str
    text: str
    source: str
    at: float
    message: dict
    parameters: dict
    edits: list = field(default_factory=list)

    @property
    def buttons(self) -> list[list[dict]]:
        """Rows of inline buttons."""
        return self.message.get("reply_markup", {}).get("inline_keyboard", [])

    @property
    def labels(self) -> list[str]:
        """What is written on the buttons, in order."""
        return [button["text"] for row in self.buttons for button in row]


def as_sent(record: Record) -> Sent:
    """A record of the bot as tests read it."""
    message = record.message
    kind = next((kind for kind in KINDS if kind in message), "other")
    return Sent(
        chat_id=message["chat"]["id"],
        message_id=message["message_id"],
        kind=kind,
        text=message.get("text") or message.get("caption") or "",
        source=record.source,
        at=record.at,
        message=message,
        parameters=record.parameters,
        edits=record.edits,
    )
