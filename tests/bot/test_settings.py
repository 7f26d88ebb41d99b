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
    [
        ("PORT", "70000"),
        ("PORT", "x"),
        ("TODAY", "soon"),
        ("DATA_STALE_DAYS", "0"),
        ("SECRET_KEY", "a"),
        ("ENVIRONMENT", "prod"),
        ("ALLOWED_ORIGINS", "https://a.example, charity.example"),
        ("ALLOWED_ORIGINS", "https://charity.example/"),
        ("ALLOWED_ORIGINS", "https://*.example"),
        ("TRUSTED_PROXIES", "proxy"),
        ("PUBLIC_URL", "ask.example"),
        ("WEB_SESSION_MINUTES", "0"),
    ],
)
def test_a_bad_setting_is_named(monkeypatch, name, value):
    """A value that can't be used is refused with the name of the setting."""
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSetting, match=f"Setting {name}: "):
        get_settings()


def test_every_setting_is_described():
    """Each setting says what it is for."""
    assert all(field.field_info.description for field in Settings.__fields__.values())


def test_production_needs_a_secret_of_its_own(monkeypatch):
    """In production the known development key is refused in one clear line."""
    monkeypatch.setenv("ENVIRONMENT", "production")
    with pytest.raises(BadSetting, match=r"Setting SECRET_KEY: .*production") as caught:
        get_settings()
    assert "\n" not in str(caught.value)


def test_production_names_its_websites(monkeypatch):
    """In production a star is refused; in development it is taken."""
    monkeypatch.setenv("SECRET_KEY", "a long random key of our own")
    monkeypatch.setenv("ALLOWED_ORIGINS", "https://charity.example, *")
    assert get_settings().allowed_origins
    get_settings.cache_clear()
    monkeypatch.setenv("ENVIRONMENT", "production")
    with pytest.raises(BadSetting, match=r"Setting ALLOWED_ORIGINS: .*production"):
        get_settings()


def test_a_public_url_is_kept_as_an_origin(monkeypatch):
    """A slash at the end of the public address does not matter."""
    monkeypatch.setenv("PUBLIC_URL", "https://ask.example/")
    assert get_settings().public_url == "https://ask.example"
