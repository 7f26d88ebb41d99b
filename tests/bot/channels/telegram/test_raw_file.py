"""After /deletemydata, the bytes of the database and every log line are read."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.pace import Pace
from knowledge.database import connect
from tests.bot.channels.telegram.conftest import QUICK
from tests.bot.channels.telegram.tables import settled, subscribe
from tests.bot.raw_file import raw

WORDS = "my zebra Quuxington asks"


@pytest.fixture
def file(loaded_file, tmp_path) -> Path:
    """A database file that nothing else uses."""
    return Path(shutil.copy(loaded_file, tmp_path / "send.db"))


async def test_nothing_of_a_person_is_left_in_any_file(agent, telegram_settings, api, ana, file, caplog, monkeypatch):
    """Before deleting, the person's code is in the files; after it there is no code, address, word or number."""
    for name in ("rasa", "httpx", "telegram", "bot", "actions", "knowledge"):
        caplog.set_level(logging.DEBUG, logger=name)
    settings = telegram_settings.copy(update={"database_url": f"sqlite:///{file}"})
    engine = connect(settings.database_url)
    channel = TelegramChannel(agent, settings, Pace(QUICK))
    await channel.start()
    person = channel.inbox.person(ana)
    for number, message in enumerate(("/area Leeds", f"{WORDS} what Leeds got", "/deletemydata"), start=1):
        if message == "/deletemydata":
            subscribe(engine, person)
            assert person.encode() in raw(file)
        api.text(ana, message)
        await api.wait_for(number, ana)
        await settled(channel, api)
    channel.tidy()  # as it does every few minutes
    await channel.stop()
    left = raw(file)
    for secret in (person, WORDS.split()[1], WORDS.split()[2], f"{ana}"):
        assert secret.encode() not in left, secret
        assert secret not in caplog.text, secret
