"""Small real files that people send in tests."""

from __future__ import annotations

import io

from PIL import Image

from tests.bot_api.parameters import Upload


def photo() -> Upload:
    """A small JPEG."""
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), "#2a6f97").save(buffer, "JPEG")
    return Upload("photo.jpg", buffer.getvalue(), "image/jpeg")


def voice() -> Upload:
    """The beginning of an Ogg file; nobody listens to it."""
    return Upload("voice.ogg", b"OggS" + bytes(60), "audio/ogg")


def document(name: str) -> Upload:
    """A file of this name."""
    return Upload(name, b"%PDF-1.4 " + name.encode(), "application/pdf")
