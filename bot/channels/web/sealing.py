"""Replies are kept sealed: the database alone, or the database with our key, does not open them."""

from __future__ import annotations

import base64
import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken

from bot.channels.web.session import Session


def seal(replies: list[dict[str, Any]], session: Session) -> str:
    """The replies as a text that only this session's token opens."""
    return _box(session).encrypt(json.dumps(replies, ensure_ascii=False).encode()).decode()


def unseal(sealed: str, session: Session) -> list[dict[str, Any]] | None:
    """The replies; None when they were sealed with another key (SECRET_KEY was changed)."""
    try:
        return json.loads(_box(session).decrypt(sealed.encode()))
    except InvalidToken:
        return None


def _box(session: Session) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(session.sealing_key))
