"""The server's memory in a file, so that the server itself can be restarted."""

from __future__ import annotations

import asyncio
import pickle
from pathlib import Path

from tests.bot_api.parts import Parts

SAVED_EVERY = 0.5
OF_UPDATES = ("next_id", "pending", "delivered", "allowed")
OF_WEBHOOK = ("url", "secret_token", "max_connections")


def save(parts: Parts, path: Path) -> None:
    """Writes all but the troubles and the rates. The file is replaced whole, never half written."""
    kept = {
        "world": parts.world,
        "updates": {name: getattr(parts.updates, name) for name in OF_UPDATES},
        "webhook": {name: getattr(parts.webhook, name) for name in OF_WEBHOOK},
    }
    beside = path.with_name(path.name + ".new")
    beside.write_bytes(pickle.dumps(kept))
    beside.replace(path)


def load(parts: Parts, path: Path) -> None:
    """Reads the file of this server's own, where there is one."""
    if not path.exists():
        return
    kept = pickle.loads(path.read_bytes())
    kept["world"].token = parts.world.token
    parts.world = kept["world"]
    for part, values in ((parts.updates, kept["updates"]), (parts.webhook, kept["webhook"])):
        for name, value in values.items():
            setattr(part, name, value)


async def keep_saving(parts: Parts, path: Path) -> None:
    """Saves twice a second while something changes, and when it is cancelled."""
    before = None
    try:
        while True:
            await asyncio.sleep(SAVED_EVERY)
            if before != (before := _size(parts)):
                save(parts, path)
    finally:
        save(parts, path)


def _size(parts: Parts) -> tuple[int, ...]:
    return len(parts.world.calls), parts.updates.next_id, len(parts.world.users), len(parts.world.chats)
