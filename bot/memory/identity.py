"""Who a person is to us: a keyed hash; and their address on a channel, sealed, where a message must be sent."""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken


def person_key(secret: str, channel: str, address: str) -> str:
    """The name we know a person by: 64 hex characters that lead back to nobody without the secret."""
    return hmac.new(secret.encode(), f"{channel} {address}".encode(), hashlib.sha256).hexdigest()


class Seal:
    """Encrypts what must be read again (addresses, messages under way) with a key worked out from the secret."""

    def __init__(self, secret: str):
        key = hmac.new(secret.encode(), b"seal of addresses", hashlib.sha256).digest()
        self._fernet = Fernet(base64.urlsafe_b64encode(key))

    def close(self, text: str) -> str:
        """The text, encrypted."""
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str | None:
        """The text again; None when it was sealed with another secret or is damaged."""
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken:
            return None
