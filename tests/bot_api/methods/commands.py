"""The bot's commands and descriptions."""

from __future__ import annotations

import json
import re

from tests.bot_api.errors import bad_request
from tests.bot_api.methods.registry import method
from tests.bot_api.parameters import Parameters
from tests.bot_api.parts import Parts

COMMAND = re.compile(r"[a-z0-9_]+")
LANGUAGE = re.compile(r"([a-z]{2})?")
LONGEST_COMMAND = 32
MOST_COMMANDS = 100
LONGEST_DESCRIPTION = 256
LONGEST_ABOUT = {"description": 512, "short_description": 120}


def _scope(given: Parameters) -> str:
    scope = given.json("scope", "can't parse BotCommandScope JSON object") or {"type": "default"}
    if not LANGUAGE.fullmatch(given.text("language_code") or ""):
        raise bad_request("invalid language code specified")
    return json.dumps([scope, given.text("language_code") or ""], sort_keys=True)


@method("setMyCommands")
async def set_my_commands(parts: Parts, given: Parameters) -> bool:
    """The commands people see in the menu."""
    commands = given.json("commands", "can't parse commands JSON object") or []
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    kept = [_command(entry) for entry in commands]
    if len(kept) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    parts.world.commands[_scope(given)] = kept
    return True


def _command(entry: dict) -> dict:
    command = str(entry.get("command", "")).strip().removeprefix("/")
    description = str(entry.get("description", "")).strip()
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > LONGEST_COMMAND:
        raise bad_request(f"command length must not exceed {LONGEST_COMMAND}")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > LONGEST_DESCRIPTION:
        raise bad_request(f"command description length must not exceed {LONGEST_DESCRIPTION}")
    if not COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}


@method("getMyCommands")
async def get_my_commands(parts: Parts, given: Parameters) -> list[dict]:
    """The commands of one scope and language."""
    return parts.world.commands.get(_scope(given), [])


@method("deleteMyCommands")
async def delete_my_commands(parts: Parts, given: Parameters) -> bool:
    """Takes the commands of one scope and language away."""
    parts.world.commands.pop(_scope(given), None)
    return True


def _set_about(parts: Parts, given: Parameters, name: str) -> bool:
    text = given.text(name) or ""
    if len(text) > LONGEST_ABOUT[name]:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")  # our words: Telegram's are not published
    parts.world.about[f"{name}:{given.text('language_code') or ''}"] = text
    return True


@method("setMyDescription")
async def set_my_description(parts: Parts, given: Parameters) -> bool:
    """What an empty chat shows."""
    return _set_about(parts, given, "description")


@method("setMyShortDescription")
async def set_my_short_description(parts: Parts, given: Parameters) -> bool:
    """What the bot's profile shows."""
    return _set_about(parts, given, "short_description")
