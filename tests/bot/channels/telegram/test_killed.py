"""Nothing is lost and nothing is doubled, whatever happens to the process."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

CHATS, MESSAGES = 100, 5
A_SECOND = 400
PROCESS = [sys.executable, "-m", "tests.bot.channels.telegram.quick_process", str(A_SECOND)]
LONGEST_SECONDS = 120


@pytest.fixture
def launch(telegram_settings, database_url):
    """Starts the channel in a process of its own; whatever still runs at the end is killed."""
    started = []
    own = {
        "DATABASE_URL": database_url,
        "SECRET_KEY": telegram_settings.secret_key,
        "TELEGRAM_BOT_TOKEN": telegram_settings.telegram_bot_token,
        "TELEGRAM_API_BASE_URL": telegram_settings.telegram_api_base_url,
    }

    def start(command: list[str]) -> subprocess.Popen:
        started.append(subprocess.Popen(command, env={**os.environ, **own}))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


async def test_killed_twice_each_message_is_answered_once_and_in_order(launch, api):
    """100 people write 5 messages each at once; the process is killed outright twice; each gets 5 answers, in order."""
    people = [api.add_user(f"Person {number}") for number in range(CHATS)]
    for number in range(1, MESSAGES + 1):
        for person in people:
            api.text(person, f"question {number}")
    process = launch(PROCESS)
    for reached in (CHATS, 3 * CHATS):
        await api.wait_for(reached, timeout=LONGEST_SECONDS)
        process.kill()
        process.wait()
        process = launch(PROCESS)
    await api.wait_for(CHATS * MESSAGES, timeout=LONGEST_SECONDS)
    expected = [f"You said: question {number}" for number in range(1, MESSAGES + 1)]
    for person in people:
        assert [sent.text for sent in api.sent(person)] == expected
