"""Checks of reply_markup, with the words of telegram-bot-api, TDLib and (in capitals) Telegram's servers."""

from __future__ import annotations

from tests.bot_api.errors import bad_request
from tests.bot_api.limits import LONGEST_CALLBACK_DATA
from tests.bot_api.links import link_fault
from tests.bot_api.parameters import Parameters

OTHER_ACTIONS = "callback_game pay switch_inline_query switch_inline_query_chosen_chat " \
    "switch_inline_query_current_chat login_url web_app copy_text".split()  # fmt: skip


def read_markup(given: Parameters, inline_only: bool = False) -> dict | None:
    """The reply_markup of a call, checked; None for none or an empty one. Raises 400."""
    markup = given.json("reply_markup", "can't parse reply keyboard markup JSON object")
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if keyboard := markup.get("keyboard"):
        if not all(isinstance(row, list) for row in keyboard):
            raise bad_request('field "keyboard" must be an Array of Arrays')
    elif inline := markup.get("inline_keyboard"):
        rows = _inline_rows(inline)
        return {"inline_keyboard": rows} if rows else None
    elif "inline_keyboard" in markup or not (markup.get("remove_keyboard") or markup.get("force_reply")):
        return None
    if inline_only:
        raise bad_request("inline keyboard expected")
    return markup


def _inline_rows(keyboard: list) -> list[list[dict]]:
    if not all(isinstance(row, list) for row in keyboard):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    rows = [[button for button in map(_inline_button, row) if button["text"]] for row in keyboard]
    return [row for row in rows if row]


def _inline_button(button: object) -> dict:
    if not isinstance(button, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise _unreadable('Can\'t find field "text"')
    if url := button.get("url"):
        if fault := link_fault(url):
            raise bad_request(f"inline keyboard button URL '{url}' is invalid: {fault}")
    elif data := button.get("callback_data"):
        if len(str(data).encode()) > LONGEST_CALLBACK_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
    elif not any(name in button for name in OTHER_ACTIONS):
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    return button


def _unreadable(reason: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {reason}")
