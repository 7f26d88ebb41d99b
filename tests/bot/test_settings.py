"""Settings."""

from __future__ import annotations

import pytest

from bot.settings import BadSetting, Settings, get_settings


@pytest.fixture(autouse=True)
def _fresh():
    get_settings.cache_clear()
    yield
    get_settings.cache_clear()


def test_settings_come_from_the_environment(monkeypatch):
    """An environment variable overrides a default."""
    monkeypatch.setenv("DATA_STALE_DAYS", "7")
    assert get_settings().data_stale_days == 7


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "70000"), ("PORT", "x"), ("TODAY", "soon"), ("DATA_STALE_DAYS", "0"), ("SECRET_KEY", "a")],
)
def test_a_bad_setting_is_named(monkeypatch, name, value):
    """A value that can't be used is refused with the name of the setting."""
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSetting, match=f"Setting {name}: "):
        get_settings()


def test_every_setting_is_described():
    """Each setting says what it is for."""
    assert all(field.field_info.description for field in Settings.__fields__.values())
