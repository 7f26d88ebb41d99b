"""The bytes of what a part shows or speaks, made in this process."""

from __future__ import annotations

import asyncio

from actions.charts import national_outcomes
from actions.desk import Desk
from bot.channels.telegram.parts import VOICE, Part
from bot.channels.telegram.speaking import speak


class Files:
    """Draws charts and speaks texts."""

    def __init__(self, desk: Desk):
        self._desk = desk

    async def make(self, part: Part) -> bytes | None:
        """The bytes of a part's file; None when there is nothing of that name or it can't be made."""
        if part.kind == VOICE:
            return await speak(part.file)
        if part.file.rpartition("/")[2] != national_outcomes.NAME:
            return None
        return await asyncio.get_running_loop().run_in_executor(None, self._chart)

    def _chart(self) -> bytes:
        return national_outcomes.draw(
            self._desk.store.national_figures(), self._desk.copy["charts"]["national_outcomes"]
        )
