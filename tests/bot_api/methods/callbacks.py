"""answerCallbackQuery."""

from __future__ import annotations

from tests.bot_api.errors import bad_request
from tests.bot_api.limits import LONGEST_CALLBACK_ANSWER, units
from tests.bot_api.methods.registry import method
from tests.bot_api.methods.sending import announce
from tests.bot_api.parameters import Parameters
from tests.bot_api.parts import Parts

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
SECONDS_TO_ANSWER = 30.0  # Telegram publishes no figure; this one makes a bot be quick


@method("answerCallbackQuery")
async def answer_callback_query(parts: Parts, given: Parameters) -> bool:
    """Ends the waiting sign on a pressed button, perhaps with a short note."""
    press = parts.world.presses.get(given.text("callback_query_id") or "")
    now = parts.world.now()
    if press is None or now > press.at + SECONDS_TO_ANSWER:
        raise bad_request(TOO_OLD)
    text = given.text("text") or ""
    if units(text) > LONGEST_CALLBACK_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answered_at = press.answered_at or now
    press.answer = {"text": text, "show_alert": given.truth("show_alert"), "url": given.text("url")}
    await announce(parts)
    return True
