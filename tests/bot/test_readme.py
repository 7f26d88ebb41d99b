"""The README tells the truth about commands and settings."""

from __future__ import annotations

import re

import pytest
from typer.main import get_command

from bot.command_line import app
from bot.settings import ROOT, Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    """Every command, with its group."""
    found = []
    for name, command in get_command(app).commands.items():
        inside = getattr(command, "commands", None)
        found += [f"{name} {sub}" for sub in inside] if inside else [name]
    return found


@pytest.mark.parametrize("name", [*Settings.__fields__])
def test_every_setting_is_in_the_readme(name):
    """Each setting stands in the table of settings with its description."""
    row = re.search(rf"^\| `{name.upper()}` \|.*$", README, re.MULTILINE)
    assert row, f"{name.upper()} is not in the README"
    assert Settings.__fields__[name].field_info.description in row.group()


@pytest.mark.parametrize("name", commands())
def test_every_command_is_in_the_readme(name):
    """Each command is named in the README."""
    assert f"send-assistant {name}" in README


@pytest.mark.parametrize("name", commands())
def test_every_command_has_help(name):
    """Each command says what it does."""
    command = get_command(app)
    for part in name.split():
        command = command.commands[part]
    assert command.help


@pytest.mark.parametrize("target", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_every_link_leads_somewhere(target):
    """Each file the README points to exists."""
    assert (ROOT / target).exists()
