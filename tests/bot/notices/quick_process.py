"""`send-assistant notify --loop` with short times, for tests that kill it: claims are in doubt after seconds."""

from __future__ import annotations

import datetime as dt
import sys

import bot.command_line.notify as notify
from bot.command_line import main
from bot.notices import delivery
from knowledge.notices import outbox

outbox.IN_DOUBT_AFTER = dt.timedelta(seconds=4)
delivery.FRESH_SECONDS, delivery.LONGEST_CALL_SECONDS = 1.0, 2.0
delivery.DOUBTS_EVERY_SECONDS = 0.5
notify.LOOP_SECONDS = 0.5

if __name__ == "__main__":
    sys.argv[1:] = ["notify", "--loop"]
    main()
