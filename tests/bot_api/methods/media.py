"""sendPhoto, sendVoice and sendDocument, and getFile."""

from __future__ import annotations

import hashlib

from tests.bot_api.errors import bad_request
from tests.bot_api.formatting import formatted
from tests.bot_api.limits import check_caption
from tests.bot_api.methods.registry import method
from tests.bot_api.methods.sending import deliver, writable_chat
from tests.bot_api.parameters import TOO_LARGE, Parameters, Upload
from tests.bot_api.parts import Parts
from tests.bot_api.state import World

MOST_BYTES = {"photo": 10 * 1024 * 1024, "voice": 50 * 1024 * 1024, "document": 50 * 1024 * 1024}
MOST_DOWNLOADED_BYTES = 20 * 1024 * 1024


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
    file = parts.world.files.get(given.text("file_id") or "")
    if file is None:
        raise bad_request("invalid file_id")
    if len(file["content"]) > MOST_DOWNLOADED_BYTES:
        raise bad_request("file is too big")
    return {**described(file), "file_path": file["path"]}


async def _send(parts: Parts, given: Parameters, kind: str, name: str) -> dict:
    chat = writable_chat(parts, given)
    file = _file(parts.world, given, kind)
    caption, entities = formatted(given, "caption", "caption_entities")
    check_caption(caption)
    content = as_content(kind, file, given.integer("duration"))
    if caption:
        content |= {"caption": caption} | ({"caption_entities": entities} if entities else {})
    return await deliver(parts, chat, given, content, name, given.text("caption") or "")


def _file(world: World, given: Parameters, kind: str) -> dict:
    said = given.text(kind) or ""
    upload = given.files.get(said.removeprefix("attach://")) or given.files.get(kind)
    if upload is not None:
        if len(upload.content) > MOST_BYTES[kind]:
            raise TOO_LARGE
        if not upload.content:
            raise bad_request("file must be non-empty")
        return keep(world, kind, upload)
    if not said:
        raise bad_request(f"there is no {kind} in the request")
    if said not in world.files:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    return world.files[said]


def keep(world: World, kind: str, upload: Upload) -> dict:
    """Keeps a file under an id."""
    number = len(world.files) + 1
    unique = hashlib.sha256(upload.content).hexdigest()[:16]
    file = {
        "file_id": f"file-{number}-{unique}",
        "file_unique_id": unique,
        "content": upload.content,
        "path": f"{kind}s/file_{number}",
        "name": upload.name,
        "mime_type": upload.mime_type,
    }
    world.files[file["file_id"]] = file
    return file


def described(file: dict) -> dict:
    """What every kind of file says of itself."""
    return {"file_id": file["file_id"], "file_unique_id": file["file_unique_id"], "file_size": len(file["content"])}


def as_content(kind: str, file: dict, duration: int = 0) -> dict:
    """The part of a message that shows a file."""
    if kind == "photo":
        return {"photo": [{**described(file), "width": 800, "height": 600}]}
    if kind == "voice":
        return {"voice": {**described(file), "duration": duration, "mime_type": file["mime_type"]}}
    return {"document": {**described(file), "file_name": file["name"], "mime_type": file["mime_type"]}}
