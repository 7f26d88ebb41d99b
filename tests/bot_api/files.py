"""Files: kept under ids, checked as Telegram checks them, shown in messages."""

from __future__ import annotations

import hashlib
import io

from PIL import Image, UnidentifiedImageError

from tests.bot_api.errors import bad_request
from tests.bot_api.parameters import TOO_LARGE, Parameters, Upload
from tests.bot_api.state import World

MOST_PHOTO_BYTES = 10 * 1024 * 1024
MOST_FILE_BYTES = 50 * 1024 * 1024
MOST_DOWNLOADED_BYTES = 20 * 1024 * 1024
MOST_SIDES, MOST_RATIO = 10_000, 20
VOICE_BEGINNINGS = (b"OggS", b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")
M4A_MARK = b"ftyp"


def read_file(world: World, given: Parameters, kind: str) -> dict:
    """The file of a call: uploaded, or known by its id. Raises 400 and 413."""
    said = given.text(kind) or ""
    upload = given.files.get(said.removeprefix("attach://")) or given.files.get(kind)
    if upload is None and not said:
        raise bad_request(f"there is no {kind} in the request")
    if upload is None:
        if said not in world.files:
            raise bad_request("wrong remote file identifier specified: Wrong string length")
        return world.files[said]
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > MOST_FILE_BYTES:
        raise TOO_LARGE
    return keep(world, kind, upload)


def keep(world: World, kind: str, upload: Upload) -> dict:
    """Keeps a file under an id; of a photo its size too. Raises 400 for a photo Telegram would refuse."""
    size, mime_type = _photo_facts(upload.content) if kind == "photo" else ((0, 0), upload.mime_type)
    number = len(world.files) + 1
    unique = hashlib.sha256(upload.content).hexdigest()[:16]
    file = {
        "file_id": f"file-{number}-{unique}",
        "file_unique_id": unique,
        "content": upload.content,
        "path": f"{kind}s/file_{number}",
        "name": upload.name,
        "mime_type": mime_type,
        "size": size,
    }
    world.files[file["file_id"]] = file
    return file


def described(file: dict) -> dict:
    """What every kind of file says of itself."""
    return {"file_id": file["file_id"], "file_unique_id": file["file_unique_id"], "file_size": len(file["content"])}


def as_content(kind: str, file: dict, duration: int = 0) -> dict:
    """The part of a message that shows a file. A voice note that is no Ogg, MP3 or M4A becomes a document."""
    if kind == "photo":
        width, height = file["size"]
        return {"photo": [{**described(file), "width": width, "height": height}]}
    begins = file["content"][:12]
    if kind == "voice" and (begins.startswith(VOICE_BEGINNINGS) or begins[4:8] == M4A_MARK):
        return {"voice": {**described(file), "duration": duration, "mime_type": file["mime_type"]}}
    return {"document": {**described(file), "file_name": file["name"], "mime_type": file["mime_type"]}}


def _photo_facts(content: bytes) -> tuple[tuple[int, int], str]:
    if len(content) > MOST_PHOTO_BYTES:
        reason = f"is too big for a photo; the maximum size is {MOST_PHOTO_BYTES} bytes"
        raise bad_request(f"file of size {len(content)} bytes {reason}")
    try:
        with Image.open(io.BytesIO(content)) as picture:
            (width, height), mime_type = picture.size, Image.MIME[picture.format]
    except (UnidentifiedImageError, OSError) as error:
        raise bad_request("IMAGE_PROCESS_FAILED") from error
    if width + height > MOST_SIDES or max(width, height) > MOST_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return (width, height), mime_type
