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
    record = _editable(parts, given)
    text, entities = formatted(given, "text", "entities")
    check_text(text)
    if "text" not in record.message:
        raise bad_request("there is no text in the message to edit")
    record.source = given.text("text") or ""
    return await _change(parts, record, given, {"text": text, "entities": entities})


@method("editMessageCaption")
async def edit_caption(parts: Parts, given: Parameters) -> dict:
    """Another caption, and another keyboard or none."""
    record = _editable(parts, given)
    caption, entities = formatted(given, "caption", "caption_entities")
    check_caption(caption)
    if "text" in record.message:
        raise bad_request("there is no caption in the message to edit")
    record.source = given.text("caption") or ""
    return await _change(parts, record, given, {"caption": caption, "caption_entities": entities})


@method("editMessageReplyMarkup")
async def edit_markup(parts: Parts, given: Parameters) -> dict:
    """Another keyboard, or none."""
    return await _change(parts, _editable(parts, given), given, {})


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
    message_id = given.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    record = parts.world.find(chat.id, message_id)
    if record is None:
        raise bad_request("message to edit not found")
    if not record.from_bot:
        raise bad_request("message can't be edited")
    return record


async def _change(parts: Parts, record: Record, given: Parameters, content: dict) -> dict:
    markup = read_markup(given)
    if markup and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    wanted = {**record.message, **content, "reply_markup": markup}
    wanted = {name: value for name, value in wanted.items() if value or name not in (*content, "reply_markup")}
    if wanted == record.message:
        raise bad_request(NOT_MODIFIED)
    now = parts.world.now()
    wanted["edit_date"] = int(now)
    record.edits.append({"message": record.message, "at": now})
    record.message = wanted
    await announce(parts)
    return record.message
