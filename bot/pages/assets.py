"""Files that browsers load: kept in memory, compressed once, named by their content so they can be cached for ever."""

from __future__ import annotations

import base64
import gzip
import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

FOR_EVER = "public, max-age=31536000, immutable"
SOON_STALE = "public, max-age=300"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True)
class Asset:
    """One file. `name` is without its ending; `version` changes when the content does."""

    name: str
    ending: str
    content: bytes

    @classmethod
    def read(cls, path: Path, name: str | None = None) -> Asset:
        """The file at `path`. Raises OSError."""
        return cls(name or path.stem, path.suffix, path.read_bytes())

    @cached_property
    def version(self) -> str:
        """A short hash of the content."""
        return hashlib.sha256(self.content).hexdigest()[:12]

    @cached_property
    def versioned_name(self) -> str:
        """The file name with its version: "site.0123456789ab.css"."""
        return f"{self.name}.{self.version}{self.ending}"

    @cached_property
    def integrity(self) -> str:
        """The value of a script tag's `integrity`."""
        return "sha384-" + base64.b64encode(hashlib.sha384(self.content).digest()).decode()

    @cached_property
    def compressed(self) -> bytes:
        """The content, gzipped."""
        return gzip.compress(self.content, 9, mtime=0)

    def answer(self, request: Request, cache: str, headers: dict[str, str] | None = None) -> HTTPResponse:
        """The file for this request: compressed when the browser can read that, nothing when it has it already."""
        zipped = accepts_gzip(request)
        etag = f'"{self.version}{"-gz" if zipped else ""}"'
        sent = {"etag": etag, "cache-control": cache, "vary": "Accept-Encoding", **(headers or {})}
        if etag in request.headers.get("if-none-match", ""):
            return response.empty(status=304, headers=sent)
        if zipped:
            sent["content-encoding"] = "gzip"
        body = self.compressed if zipped else self.content
        return response.raw(body, content_type=TYPES[self.ending], headers=sent)


def accepts_gzip(request: Request) -> bool:
    """True when the browser reads gzip."""
    return "gzip" in request.headers.get("accept-encoding", "")
