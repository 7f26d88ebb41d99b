"""`PostcodeFinder`: the imported table first, then the public service when it is allowed."""

from __future__ import annotations

import asyncio

from knowledge.postcodes.found import FOUND, UNAVAILABLE, FoundPostcode
from knowledge.postcodes.reading import Postcode
from knowledge.postcodes.service import PostcodeService
from knowledge.postcodes.table import PostcodeTable


class PostcodeFinder:
    """Finds where postcodes are. `service` is None where asking it is not allowed."""

    def __init__(self, table: PostcodeTable, service: PostcodeService | None = None):
        self._table, self._service = table, service

    async def find(self, postcode: Postcode) -> FoundPostcode:
        """Where a postcode is, or that it is unknown, or that postcodes can't be looked up. Keeps no postcode."""
        in_table = await asyncio.to_thread(self._table.find, postcode)
        if in_table.status == FOUND or self._service is None:
            return in_table
        asked = await self._service.find(postcode)
        if asked.status == FOUND:
            return asked
        # the service could not help: what the table said of the rest of its district still stands
        return in_table if in_table.status != UNAVAILABLE else asked
