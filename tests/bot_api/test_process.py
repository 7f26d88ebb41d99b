"""The server as a process of its own: a bot is killed, the server stays; the server is restarted, its memory stays."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.bot.servers import free_port
from tests.bot_api.remote import ROOT, ControlError, RemoteControl, bot_api_process
from tests.bot_api.sent import Sent


@contextmanager
def sample_bot(remote: RemoteControl):
    """Runs the sample bot until the block ends, then kills it outright."""
    command = [sys.executable, "-m", "tests.bot_api.sample_bot"]
    own = {"TELEGRAM_BOT_TOKEN": remote.token, "TELEGRAM_API_BASE_URL": remote.root, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, env={**os.environ, **own}, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.kill()
        process.wait(timeout=10)


def test_a_bot_is_killed_and_comes_back(tmp_path):
    """What people wrote while no bot was there is answered by the next bot, over a restart of the server too."""
    port, state = free_port(), tmp_path / "state"
    with bot_api_process(port, state) as remote:
        ana = remote.add_user("Ana")
        with sample_bot(remote):
            remote.text(ana, "one")
            assert [sent.text for sent in remote.wait_for(1, ana)] == ["You said one"]
            remote.wait_until_confirmed()
        remote.text(ana, "two")
    with bot_api_process(port, state) as remote:
        assert remote.pending() == 1
        with sample_bot(remote):
            sent = remote.wait_for(2, ana)
    assert [message.text for message in sent] == ["You said one", "You said two"]
    assert isinstance(sent[0], Sent)


def test_a_mistake_of_a_test_is_said():
    """A control call that can't be done says why; a missing method is named at once."""
    with bot_api_process(free_port()) as remote:
        remote.fail_next("sendMessage", count=2, retry_after=1)
        with pytest.raises(ControlError, match="KeyError"):
            remote.text(42, "nobody")
        with pytest.raises(ControlError, match=r"TimeoutError: .* 0 of 1 messages"):
            remote.wait_for(1, timeout=0.05)
        with pytest.raises(AttributeError, match="no control method 'shout'"):
            remote.shout()


def test_a_port_in_use_is_said_in_one_line():
    """A second server on the same port ends with one clear line."""
    port = free_port()
    with bot_api_process(port):
        command = [sys.executable, "-m", "tests.bot_api", "--port", str(port)]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert ended.returncode == 1
    assert ended.stderr == f"The port {port} can't be used: Address already in use. Choose another with --port.\n"
