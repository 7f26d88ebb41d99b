"""The pace, the lines of chats and the rule for doubt, each by itself."""

from __future__ import annotations

import asyncio

import pytest
from telegram.error import BadRequest, RetryAfter, TimedOut

from bot.channels.telegram import in_doubt
from bot.channels.telegram.in_doubt import DID_NOT, NOBODY_KNOWS, WENT_OUT, Verdict, candidates, look
from bot.channels.telegram.lines import Lines
from bot.channels.telegram.pace import Pace


class FakeTime:
    """Time that passes only when somebody sleeps."""

    def __init__(self):
        self.now, self.slept = 100.0, []

    async def sleep(self, seconds: float) -> None:
        """Sleeps, at once."""
        self.slept.append(round(seconds, 3))


class FakeBot:
    """Answers each edit as it was told to."""

    def __init__(self, *answers: Exception | None):
        self.answers, self.tried = list(answers), []

    async def edit_message_reply_markup(self, chat_id: int, message_id: int, reply_markup) -> None:
        """Notes what was tried."""
        self.tried.append(message_id)
        answer = self.answers.pop(0)
        if answer:
            raise answer


NOT_FOUND = BadRequest("Message to edit not found")
SOMEBODY_ELSES = BadRequest("Message can't be edited")
THERE = BadRequest("Message is not modified: specified new message content and reply markup are exactly the same")


async def test_calls_go_out_at_even_distances():
    """Calls that come at once leave one after another, no faster than the pace."""
    time = FakeTime()
    pace = Pace(25, lambda: time.now, time.sleep)
    for _ in range(4):
        await pace.wait()
    assert time.slept == [0.04, 0.08, 0.12]
    time.now += 60
    await pace.wait()
    assert len(time.slept) == 3


def test_candidates_leave_out_what_is_known():
    """A message in doubt can have any id above the floor that is not another's, and a few beyond the highest."""
    assert candidates(10, {11, 13, 14}, ahead=2) == [12, 15, 16]
    assert candidates(10, set(), ahead=3) == [11, 12, 13]


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ([NOT_FOUND, THERE], Verdict(WENT_OUT, 12)),
        ([NOT_FOUND, None], Verdict(WENT_OUT, 12)),
        ([NOT_FOUND, SOMEBODY_ELSES, NOT_FOUND], Verdict(DID_NOT)),
        ([NOT_FOUND, TimedOut()], Verdict(NOBODY_KNOWS)),
        ([BadRequest("Something new")], Verdict(NOBODY_KNOWS)),
        ([RetryAfter(0), THERE], Verdict(WENT_OUT, 11)),
    ],
)
async def test_what_telegram_says_decides(answers, verdict):
    """What Telegram says to the edit that changes nothing tells whether the message went out."""
    bot = FakeBot(*answers)
    assert await look(bot, 1, [11, 12, 13], None, Pace(10_000)) == verdict


async def test_too_many_candidates_are_not_tried():
    """When too many ids are possible, nobody can tell, and Telegram is not bothered."""
    bot = FakeBot()
    possible = list(range(in_doubt.MOST_CANDIDATES + 1))
    assert await look(bot, 1, possible, None, Pace(10_000)) == Verdict(NOBODY_KNOWS)
    assert bot.tried == []


async def test_order_within_a_chat_and_chats_side_by_side():
    """A slow chat holds up nobody else, and its own messages keep their order."""
    done, slow = [], asyncio.Event()

    async def work(row: int) -> None:
        if row == 1:
            await slow.wait()
        done.append(row)
        if len(done) == 2:
            slow.set()

    lines = Lines(work)
    for chat, row in (("a", 1), ("a", 2), ("b", 3), ("b", 4)):
        lines.add(chat, row)
    await asyncio.sleep(0)
    assert done == []
    lines.open()
    while len(done) < 4:
        await asyncio.sleep(0)
    assert done == [3, 4, 1, 2]
    await lines.stop()


async def test_no_more_than_so_many_at_once():
    """However many chats write, only so many are answered at the same time."""
    running, most, done = 0, 0, 0

    async def work(row: int) -> None:
        nonlocal running, most, done
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1
        done += 1

    lines = Lines(work, side_by_side=3)
    lines.open()
    for number in range(20):
        lines.add(str(number), number)
    while done < 20:
        await asyncio.sleep(0)
    assert most == 3
