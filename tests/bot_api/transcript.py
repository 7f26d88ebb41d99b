"""A conversation as a page of its own: bubbles, buttons, pictures inside the file."""

from __future__ import annotations

import base64
import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import jinja2

from tests.bot_api.control import Control
from tests.bot_api.entity_html import as_html
from tests.bot_api.script import Script
from tests.bot_api.state import Press, Record, World

LONDON = ZoneInfo("Europe/London")
TEMPLATE = Path(__file__).with_name("transcript.html.j2")
OTHER_KINDS = {"sticker": "a sticker", "location": "a location", "contact": "a contact"}


def write_transcript(api: Control, chat: int, script: Script, notes: list[str], path: Path) -> None:
    """Writes the page; the folder is made when it is missing."""
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    page = environment.from_string(TEMPLATE.read_text(encoding="utf-8")).render(
        title=script.title, person=script.person, today=script.today, notes=notes, rows=_rows(api.parts.world, chat)
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")


def _rows(world: World, chat: int) -> list[dict]:
    presses = [press for press in world.presses.values() if press.chat_id == chat]
    rows = [_message_row(world, record, presses) for record in world.records[chat].values()]
    rows += [_press_row(world, press) for press in presses]
    return sorted(rows, key=lambda row: row["at"])


def _message_row(world: World, record: Record, presses: list[Press]) -> dict:
    message = record.message
    pressed = {press.data for press in presses if press.message_id == message["message_id"]}
    keyboard = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {
        "kind": "message",
        "at": record.at,
        "time": _time(record.at),
        "from_bot": record.from_bot,
        "html": _text(message),
        "file": _file(world, message),
        "other": next((words for name, words in OTHER_KINDS.items() if name in message), None),
        "buttons": [
            [{**button, "pressed": button.get("callback_data") in pressed} for button in row] for row in keyboard
        ],
        "edited": [_text(edit["message"]) for edit in record.edits if _text(edit["message"]) != _text(message)],
    }


def _press_row(world: World, press: Press) -> dict:
    record = world.find(press.chat_id, press.message_id)
    versions = [record.message, *(edit["message"] for edit in record.edits)] if record else []
    buttons = [b for m in versions for row in m.get("reply_markup", {}).get("inline_keyboard", []) for b in row]
    label = next((button["text"] for button in buttons if button.get("callback_data") == press.data), press.data)
    return {
        "kind": "press",
        "at": press.at,
        "time": _time(press.at),
        "label": label,
        "acknowledged": press.answered_at is not None,
        "note": (press.answer or {}).get("text"),
    }


def _text(message: dict) -> str:
    if "caption" in message:
        return as_html(message["caption"], message.get("caption_entities", []))
    return as_html(message.get("text", ""), message.get("entities", []))


def _file(world: World, message: dict) -> dict | None:
    for kind in ("photo", "voice", "document"):
        if kind in message:
            shown = message[kind][-1] if kind == "photo" else message[kind]
            file = world.files[shown["file_id"]]
            data = base64.b64encode(file["content"]).decode()
            return {"kind": kind, "name": file["name"], "uri": f"data:{file['mime_type']};base64,{data}"}
    return None


def _time(at: float) -> str:
    return dt.datetime.fromtimestamp(at, LONDON).strftime("%H:%M:%S")
