"""Putting the assistant together."""

from __future__ import annotations

import pytest

from bot.engine import start
from bot.settings import Settings


@pytest.fixture
def endpoints(tmp_path, monkeypatch):
    """An `endpoints.yml` of the test's own."""
    path = tmp_path / "endpoints.yml"
    monkeypatch.setattr(start, "ENDPOINTS", path)
    return path


def test_actions_run_in_the_process_by_default(endpoints):
    """With no setting and no file there is no action server."""
    assert start._action_server(Settings(_env_file=None)) is None


def test_endpoints_file_names_the_action_server(endpoints):
    """An action server named in endpoints.yml is used, without the domain in every call."""
    endpoints.write_text('action_endpoint:\n  url: "http://127.0.0.1:5055/webhook"\n')
    found = start._action_server(Settings(_env_file=None))
    assert found.url == "http://127.0.0.1:5055/webhook"
    assert found.kwargs["enable_selective_domain"] is True


def test_the_setting_wins_over_the_file(endpoints):
    """ACTION_SERVER_URL is used even where endpoints.yml names another."""
    endpoints.write_text('action_endpoint:\n  url: "http://127.0.0.1:5055/webhook"\n')
    found = start._action_server(Settings(action_server_url="http://127.0.0.1:6000/webhook", _env_file=None))
    assert found.url == "http://127.0.0.1:6000/webhook"
