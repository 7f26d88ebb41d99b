"""The parts of one server, handed to every method."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from tests.bot_api.failures import Failures
from tests.bot_api.flood import FloodLimits
from tests.bot_api.state import World
from tests.bot_api.updates import UpdateQueue
from tests.bot_api.webhook import Webhook


@dataclass
class Parts:
    """`sent` is set whenever a message was sent or changed."""

    world: World
    updates: UpdateQueue
    failures: Failures = field(default_factory=Failures)
    flood: FloodLimits = field(default_factory=FloodLimits)
    webhook: Webhook = field(default_factory=Webhook)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)
