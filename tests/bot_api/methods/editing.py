"""editMessageText, editMessageReplyMarkup, editMessageCaption and deleteMessage."""

from __future__ import annotations

from tests.bot_api.errors import bad_request
from tests.bot_api.formatting import formatted
from tests.bot_api.limits import check_caption, check_text
from tests.bot_api.markup import read_markup
from tests.bot_api.methods.registry import method
from tests.bot_api.methods.sending import announce, find_chat, writable_chat
from tests.bot_api.parameters import Parameters
from tests.bot_api.parts import Parts
from tests.bot_api.state import Record

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


@method("editMessageText")
async def edit_text(parts: Parts, given: Parameters) -> dict:
    """Another text, and another keyboard or none."""
    if not given.text("text"):
        raise bad_request("message text is empty")
    text, entities = formatted(given, "text", "entities")
    markup = read_markup(given, inline_only=True)
    record = _editable(parts, given)
    check_text(text, too_long="MESSAGE_TOO_LONG")
    if "text" not in record.message:
        raise bad_request("there is no text in the message to edit")
    return await _change(parts, record, markup, given.text("text"), {"text": text, "entities": entities})


@method("editMessageCaption")
async def edit_caption(parts: Parts, given: Parameters) -> dict:
    """Another caption, and another keyboard or none."""
    caption, entities = formatted(given, "caption", "caption_entities")
    markup = read_markup(given, inline_only=True)
    record = _editable(parts, given)
    check_caption(caption)
    if "text" in record.message:
        raise bad_request("there is no caption in the message to edit")
    return await _change(
        parts, record, markup, given.text("caption"), {"caption": caption, "caption_entities": entities}
    )


@method("editMessageReplyMarkup")
async def edit_markup(parts: Parts, given: Parameters) -> dict:
    """Another keyboard, or none."""
    markup = read_markup(given, inline_only=True)
    return await _change(parts, _editable(parts, given), markup, None, {})


@method("deleteMessage")
async def delete_message(parts: Parts, given: Parameters) -> bool:
    """Takes a message out of the chat."""
    chat = find_chat(parts, given)
    if parts.world.records[chat.id].pop(given.integer("message_id"), None) is None:
        raise bad_request("message to delete not found")
    await announce(parts)
    return True


def _editable(parts: Parts, given: Parameters) -> Record:
    chat = writable_chat(parts, given)
    record = parts.world.find(chat.id, given.integer("message_id"))
    if record is None:
        raise bad_request("message to edit not found")
    if not record.from_bot:
        raise bad_request("message can't be edited")
    return record


async def _change(parts: Parts, record: Record, markup: dict | None, source: str | None, content: dict) -> dict:
    wanted = {**record.message, **content, "reply_markup": markup}
    wanted = {name: value for name, value in wanted.items() if value or name not in (*content, "reply_markup")}
    if {**wanted, "edit_date": 0} == {**record.message, "edit_date": 0}:
        raise bad_request(NOT_MODIFIED)
    now = parts.world.now()
    wanted["edit_date"] = int(now)
    record.edits.append({"message": record.message, "at": now})
    record.message, record.source = wanted, source if source is not None else record.source
    await announce(parts)
    return record.message
