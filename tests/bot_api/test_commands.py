"""Commands and descriptions with Telegram's limits."""

from __future__ import annotations

import pytest
from telegram import BotCommandScopeAllGroupChats
from telegram.error import BadRequest

COMMANDS = [("start", "Begin"), ("area", "Choose your area")]


async def test_commands_are_kept_by_scope_and_language(bot):
    """Each scope and language has commands of its own, which can be taken away."""
    await bot.set_my_commands(COMMANDS)
    await bot.set_my_commands([("help", "Pomoc")], scope=BotCommandScopeAllGroupChats(), language_code="pl")
    assert [(c.command, c.description) for c in await bot.get_my_commands()] == COMMANDS
    polish = await bot.get_my_commands(scope=BotCommandScopeAllGroupChats(), language_code="pl")
    assert [c.command for c in polish] == ["help"]
    await bot.delete_my_commands()
    assert await bot.get_my_commands() == ()


@pytest.mark.parametrize(
    ("command", "description", "words"),
    [
        ("", "x", "Command must be non-empty"),
        ("a" * 33, "x", "Command length must not exceed 32"),
        ("Start", "x", "Bot_command_invalid"),
        ("delete-my-data", "x", "Bot_command_invalid"),
        ("start", " ", "Command description must be non-empty"),
        ("start", "x" * 257, "Command description length must not exceed 256"),
    ],
)
async def test_commands_have_their_form(bot, command, description, words):
    """Names have 1 to 32 small letters, digits and underscores, descriptions 1 to 256 characters."""
    with pytest.raises(BadRequest, match=words):
        await bot.set_my_commands([(command, description)])


async def test_there_are_at_most_a_hundred(bot):
    """A hundred commands are taken, one more is not."""
    commands = [(f"c{number}", "x") for number in range(101)]
    await bot.set_my_commands(commands[:100])
    with pytest.raises(BadRequest, match="Bot_commands_too_much"):
        await bot.set_my_commands(commands)


async def test_descriptions_are_kept(api, bot):
    """The description and the short one are kept by language."""
    await bot.set_my_description("What it does", language_code="en")
    await bot.set_my_short_description("Short")
    assert api.about() == {"description:en": "What it does", "short_description:": "Short"}
    with pytest.raises(BadRequest):
        await bot.set_my_short_description("x" * 121)
