"""Nobody is missed and nobody is told twice, whatever happens to the process."""

from __future__ import annotations

import shutil
import sys

import pytest

from knowledge.loading.load import load
from tests.bot.notices.killing import NOON, tell_all
from tests.knowledge.conftest import SMALL

PEOPLE, A_SECOND, KILLS = 200, 100, 2
PROCESS = [sys.executable, "-m", "tests.bot.notices.quick_process"]
LONGEST_SECONDS = 120


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_killed_twice_each_is_told_once(kind, api, request, tmp_path):
    """A survey opens for 200 people; the process that tells them is killed outright twice; each is told once."""
    if kind == "sqlite":
        url = f"sqlite:///{shutil.copy(request.getfixturevalue('loaded_file'), tmp_path / 'send.db')}"
    else:
        url = request.getfixturevalue("postgresql")()
        load(url, NOON, SMALL)
    outcome = await tell_all(api, url, PEOPLE, A_SECOND, KILLS, PROCESS, LONGEST_SECONDS)
    assert set(outcome.by_chat.values()) == {1}
    assert outcome.results == {"sent": PEOPLE}
