"""sendPhoto, sendVoice and sendDocument, and getFile."""

from __future__ import annotations

from tests.bot_api.errors import bad_request
from tests.bot_api.files import MOST_DOWNLOADED_BYTES, as_content, described, read_file
from tests.bot_api.formatting import formatted
from tests.bot_api.limits import check_caption
from tests.bot_api.markup import read_markup
from tests.bot_api.methods.registry import method
from tests.bot_api.methods.sending import deliver, writable_chat
from tests.bot_api.parameters import Parameters
from tests.bot_api.parts import Parts


@method("sendPhoto")
async def send_photo(parts: Parts, given: Parameters) -> dict:
    """A picture with a caption."""
    return await _send(parts, given, "photo", "sendPhoto")


@method("sendVoice")
async def send_voice(parts: Parts, given: Parameters) -> dict:
    """A voice message."""
    return await _send(parts, given, "voice", "sendVoice")


@method("sendDocument")
async def send_document(parts: Parts, given: Parameters) -> dict:
    """A file."""
    return await _send(parts, given, "document", "sendDocument")


@method("getFile")
async def get_file(parts: Parts, given: Parameters) -> dict:
    """Where a file can be downloaded."""
    if not given.text("file_id"):
        raise bad_request("file_id not specified")
    file = parts.world.files.get(given.text("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if len(file["content"]) > MOST_DOWNLOADED_BYTES:
        raise bad_request("file is too big")
    return {**described(file), "file_path": file["path"]}


async def _send(parts: Parts, given: Parameters, kind: str, name: str) -> dict:
    file = read_file(parts.world, given, kind)
    caption, entities = formatted(given, "caption", "caption_entities")
    markup = read_markup(given)
    chat = writable_chat(parts, given)
    if kind == "voice" and chat.id in parts.world.users and not parts.world.users[chat.id].takes_voice:
        raise bad_request("VOICE_MESSAGES_FORBIDDEN")
    check_caption(caption)
    content = as_content(kind, file, given.integer("duration"))
    if caption:
        content |= {"caption": caption} | ({"caption_entities": entities} if entities else {})
    return await deliver(parts, chat, given, content, markup, name)
