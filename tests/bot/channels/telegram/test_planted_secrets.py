"""Marked secrets sent to the bot in every form, then looked for wherever anything is written."""

from __future__ import annotations

import logging
import shutil

import pytest

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.pace import Pace
from tests.bot.channels.telegram.conftest import QUICK
from tests.bot.channels.telegram.tables import settled
from tests.bot.faults.test_planted_secrets import MARK, PLANTED
from tests.bot.raw_file import raw

PHONE, LATITUDE = "+441632960777", 53.4718253
SENTENCES = (*PLANTED, f"/area {MARK}", f"/start {MARK}", f"/outcome my name is {MARK}", f"/nonsense {MARK}")


@pytest.fixture
async def written(agent, telegram_settings, api, loaded_file, tmp_path, caplog):
    """The bytes of the database and the log after secrets came as text, taps, changes, pictures and contacts."""
    for name in ("rasa", "httpx", "telegram", "bot", "actions", "knowledge", "nlu"):
        caplog.set_level(logging.DEBUG, logger=name)
    file = shutil.copy(loaded_file, tmp_path / "send.db")
    settings = telegram_settings.copy(update={"database_url": f"sqlite:///{file}"})
    channel = TelegramChannel(agent, settings, Pace(QUICK))
    await channel.start()
    someone = api.add_user(MARK)
    for sentence in SENTENCES:
        api.text(someone, sentence)
    changed = api.text(someone, "what did Leeds get")["message"]["message_id"]
    api.edit(someone, changed, f"my name is {MARK}")
    api.photo(someone, caption=f"{MARK} on his first day")
    api.document(someone, name=f"{MARK}.pdf", caption=MARK)
    api.contact(someone, phone_number=PHONE, first_name=MARK)
    api.location(someone, latitude=LATITUDE)
    api.content(someone, {"venue": {"title": MARK, "address": MARK, "location": {"latitude": 1, "longitude": 1}}})
    api.fail_next("sendMessage", status=400)
    api.text(someone, f"thank you says {MARK}")
    await settled(channel, api)
    await channel.stop()
    return raw(file).decode("latin-1"), caplog.text, someone


async def test_no_secret_sent_to_the_bot_is_found(written):
    """Words, names, numbers, places and file names that people sent are in no table and no line of the log."""
    database, log, someone = written
    assert len(log) > 1000
    for place in (database.lower(), log.lower()):
        for secret in (MARK.lower(), PHONE[-9:], str(LATITUDE)):
            assert secret not in place, secret
    assert str(someone) not in log
