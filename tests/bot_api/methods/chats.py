"""getChat."""

from __future__ import annotations

from tests.bot_api.methods.registry import method
from tests.bot_api.methods.sending import find_chat
from tests.bot_api.parameters import Parameters
from tests.bot_api.parts import Parts


@method("getChat")
async def get_chat(parts: Parts, given: Parameters) -> dict:
    """A chat with what only this method tells."""
    chat = find_chat(parts, given).as_telegram(parts.world.users)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return {
        **chat,
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
