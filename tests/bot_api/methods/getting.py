"""getMe, getUpdates and the webhook methods."""

from __future__ import annotations

from tests.bot_api.errors import bad_request, conflict
from tests.bot_api.methods.registry import method
from tests.bot_api.parameters import Parameters
from tests.bot_api.parts import Parts

WEBHOOK_IS_ON = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@method("getMe")
async def get_me(parts: Parts, _given: Parameters) -> dict:
    """The bot itself."""
    able = {"can_join_groups": True, "can_read_all_group_messages": not parts.world.privacy_mode}
    return {**parts.world.bot, **able, "supports_inline_queries": False}


@method("getUpdates")
async def get_updates(parts: Parts, given: Parameters) -> list[dict]:
    """Updates not yet confirmed, waiting for the first where a timeout is given."""
    if parts.webhook.url:
        raise conflict(WEBHOOK_IS_ON)
    _set_allowed(parts, given)
    return await parts.updates.poll(given.integer("offset"), given.integer("limit", 100), given.integer("timeout"))


@method("setWebhook")
async def set_webhook(parts: Parts, given: Parameters) -> bool:
    """Sends updates to an address from now on; an empty one goes back to polling."""
    url = given.text("url") or ""
    if not url:
        return await delete_webhook(parts, given)
    secret = given.text("secret_token") or ""
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not all(sign.isascii() and (sign.isalnum() or sign in "_-") for sign in secret):
        raise bad_request("secret token contains unallowed characters")
    _set_allowed(parts, given)
    if given.truth("drop_pending_updates"):
        parts.updates.confirm(parts.updates.next_id)
    parts.webhook.url, parts.webhook.secret_token = url, secret
    parts.webhook.max_connections = given.integer("max_connections", 40)
    parts.updates.end_poll(conflict("terminated by setWebhook request"))
    parts.updates.arrived.set()
    return True


@method("deleteWebhook")
async def delete_webhook(parts: Parts, given: Parameters) -> bool:
    """Goes back to polling."""
    parts.webhook.url = parts.webhook.secret_token = ""
    if given.truth("drop_pending_updates"):
        parts.updates.confirm(parts.updates.next_id)
    return True


@method("getWebhookInfo")
async def get_webhook_info(parts: Parts, _given: Parameters) -> dict:
    """Where updates go, how many wait, and what went wrong last."""
    info = {
        "url": parts.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(parts.updates.pending),
    }
    if parts.webhook.url:
        info["max_connections"] = parts.webhook.max_connections
    if parts.updates.allowed:
        info["allowed_updates"] = parts.updates.allowed
    if parts.webhook.last_error:
        info |= {"last_error_date": parts.webhook.last_error_date, "last_error_message": parts.webhook.last_error}
    return info


@method("logOut")
async def log_out(_parts: Parts, _given: Parameters) -> bool:
    """Accepted; there is no other server to go to."""
    return True


@method("close")
async def close(_parts: Parts, _given: Parameters) -> bool:
    """Accepted; there is no other server to go to."""
    return True


def _set_allowed(parts: Parts, given: Parameters) -> None:
    if given.values.get("allowed_updates") is not None:
        kinds = given.json("allowed_updates", "can't parse allowed updates JSON object")
        parts.updates.allowed = list(kinds or [])
