"""Checks of reply_markup: keyboards under a message and keyboards in place of the phone's own."""

from __future__ import annotations

from tests.bot_api.errors import bad_request
from tests.bot_api.limits import LONGEST_CALLBACK_DATA
from tests.bot_api.parameters import Parameters

KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
ACTIONS = ("callback_data", "url", "switch_inline_query", "switch_inline_query_current_chat", "web_app", "copy_text")


def read_markup(given: Parameters) -> dict | None:
    """The reply_markup of a call, checked. Raises 400."""
    markup = given.json("reply_markup", "can't parse reply keyboard markup JSON object")
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        for row in _rows(markup["inline_keyboard"]):
            for button in row:
                _check_inline(button)
    return {name: value for name, value in markup.items() if value not in (None, [], [[]])} or None


def _rows(keyboard: object) -> list:
    if not isinstance(keyboard, list) or not all(isinstance(row, list) for row in keyboard):
        raise bad_request('can\'t parse inline keyboard: field "inline_keyboard" must be of type Array of Arrays')
    return keyboard


def _check_inline(button: dict) -> None:
    if not str(button.get("text") or ""):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if not any(name in button for name in ACTIONS):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= LONGEST_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
