"""`send-assistant train`: train the model."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.command_line.preparing import console, ready_model, train_model
from bot.settings import get_settings


def train(
    force: Annotated[bool, typer.Option("--force", help="Train even when a model fits the sources.")] = False,
) -> None:
    """Trains the model when none fits the present sources."""
    settings = get_settings()
    path = train_model(settings) if force else ready_model(settings)
    console.print(f"The model is {path}", highlight=False, soft_wrap=True)
