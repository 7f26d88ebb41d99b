"""What a client sent with a call: form, multipart, JSON or query, as the Bot API takes all four."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from aiohttp import web

from tests.bot_api.errors import ApiError, bad_request

MOST_UPLOADED_BYTES = 50 * 1024 * 1024
TOO_LARGE = ApiError(413, "Request Entity Too Large")


@dataclass
class Upload:
    """A file of a multipart request."""

    name: str
    content: bytes
    mime_type: str


@dataclass
class Parameters:
    """Values by name, read as the method wants them; an absent value is None."""

    values: dict[str, object] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        """The value as text."""
        value = self.values.get(name)
        return value if value is None or isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        """The value as a whole number; what isn't one counts as absent, as Telegram does it."""
        try:
            return int(self.text(name) or default)
        except ValueError:
            return default

    def truth(self, name: str) -> bool:
        """The value as yes or no."""
        return str(self.values.get(name, "")).lower() in ("true", "1", "yes")

    def json(self, name: str, complaint: str = "can't parse JSON object") -> object:
        """The value as JSON. Raises 400 with the complaint."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError as error:
            raise bad_request(complaint) from error


async def read(request: web.Request) -> Parameters:
    """Reads a request. Raises 413 for more than 50 MB."""
    found = Parameters(dict(request.query))
    if request.content_type == "application/json":
        body = await request.text()
        found.values.update(json.loads(body) if body else {})
    elif request.content_type == "multipart/form-data":
        await _read_parts(request, found)
    elif request.can_read_body:
        found.values.update(await request.post())
    return found


async def _read_parts(request: web.Request, found: Parameters) -> None:
    size = 0
    async for part in await request.multipart():
        content = bytes(await part.read())
        size += len(content)
        if size > MOST_UPLOADED_BYTES:
            raise TOO_LARGE
        if part.filename is None:
            found.values[part.name] = content.decode()
        else:
            kind = part.headers.get("Content-Type", "application/octet-stream")
            found.files[part.name] = Upload(part.filename, content, kind)
