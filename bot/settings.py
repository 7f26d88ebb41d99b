"""All settings, from environment variables and a `.env` file. The README lists every one."""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import ip_network
from pathlib import Path

from pydantic import BaseSettings, Field, ValidationError, validator
from sqlalchemy.engine import make_url

from knowledge.clock import fixed_clock
from knowledge.loading.rows import LINK

ROOT = Path(__file__).resolve().parent.parent
DEVELOPMENT_SECRET = "only-for-development"
PRODUCTION = "production"
ANY_ORIGIN = "*"
TELEGRAM = "https://api.telegram.org"
WEBHOOK = re.compile(r"https?://[^/?#\s]+/[^?#\s]+")
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
ORIGIN = re.compile(r"https?://(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?")


class BadSetting(ValueError):
    """A setting whose value can't be used."""

    def __init__(self, name: str, reason: str):
        super().__init__(f"Setting {name.upper()}: {reason}. Correct it in the environment or in .env.")


class Settings(BaseSettings):
    """Every setting with its default. Each `description` is what the README says."""

    database_url: str = Field(f"sqlite:///{ROOT / 'data' / 'send.db'}", description="Where all data is")
    models_dir: Path = Field(ROOT / "models", description="Where trained models are kept")
    encoder_dir: str | None = Field(
        None,
        description="Folder with the sentence encoder's weights, or `off`; unset: the locked package",
    )
    host: str = Field("127.0.0.1", description="Address the server listens on")
    port: int = Field(5005, ge=1, le=65535, description="Port the server listens on")
    action_server_url: str | None = Field(None, description="Run actions on this server, not in the process")
    max_message_length: int = Field(2000, ge=100, le=20000, description="Longest message read, in characters")
    session_minutes: int = Field(60, ge=1, description="A conversation is forgotten after so many quiet minutes")
    data_stale_days: int = Field(120, ge=1, description="Past this age look-ups say they may be out of date")
    postcodes_api: bool = Field(False, description="Ask postcodes.io where a postcode is that is not in the table")
    postcodes_api_url: str = Field("https://api.postcodes.io", description="Where that service is")
    environment: str = Field(
        "development", regex="^(development|production)$", description="`development` or `production`"
    )
    secret_key: str = Field(
        DEVELOPMENT_SECRET, min_length=16, description="Key that hides conversation ids and signs web sessions"
    )
    public_url: str | None = Field(None, description="Where people reach the pages, such as `https://ask.example.org`")
    allowed_origins: str = Field("", description="Websites that may use the web chat: exact origins, commas between")
    trusted_proxies: str = Field("", description="Proxies whose X-Forwarded-For is believed: addresses or networks")
    redis_url: str | None = Field(None, description="Shares the rate limits between several workers")
    web_session_minutes: int = Field(120, ge=5, le=1440, description="A web chat lasts so many minutes")
    web_messages_a_minute: int = Field(15, ge=1, description="Messages of one web chat in a minute")
    web_requests_a_minute: int = Field(120, ge=1, description="Web requests from one address in a minute")
    web_sessions_an_hour: int = Field(120, ge=1, description="New web chats from one address in an hour")
    telegram_bot_token: str | None = Field(None, description="Token of the bot, from @BotFather; unset: no Telegram")
    telegram_api_base_url: str = Field(TELEGRAM, description="Where Telegram's Bot API is")
    telegram_webhook_url: str | None = Field(
        None, description="Public https address for Telegram to call; unset: we ask Telegram (long polling)"
    )
    telegram_webhook_secret: str | None = Field(
        None, description="What Telegram must send with each call; needed with a webhook: 16 to 256 of A-Z a-z 0-9 _ -"
    )
    rest_channel: str | None = Field(
        None, regex="^(on|off)$", description="Rasa's REST channel: `on` or `off`; unset: on in development only"
    )
    rest_token: str | None = Field(
        None, min_length=16, description="Who has it may use the REST channel; unset: this machine only"
    )
    rest_messages_a_minute: int = Field(6000, ge=1, description="REST messages from one address in a minute")
    metrics_token: str | None = Field(
        None, min_length=16, description="Who has it may read `/metrics`; unset: this machine only"
    )
    message_seconds: float = Field(8.0, gt=0, le=9, description="Longest time for one message, in seconds")
    retention_days: int = Field(30, ge=1, le=365, description="What is kept about people is deleted after so many days")
    log_format: str | None = Field(
        None, regex="^(json|text)$", description="Log lines as `json` or `text`; unset: `json` in production"
    )
    log_level: str = Field(
        "INFO", regex="^(DEBUG|INFO|WARNING|ERROR)$", description="Log lines from this level up: `DEBUG` to `ERROR`"
    )
    notices_a_second: int = Field(25, ge=1, le=1000, description="Notices sent a second, all processes together")
    today: str | None = Field(None, description="Pretend this is the day or moment (for tests and demonstrations)")

    @property
    def serves_rest(self) -> bool:
        """True when the REST channel is served."""
        return self.rest_channel == "on" or (self.rest_channel is None and self.environment != PRODUCTION)

    class Config:
        """Reads `.env` in the working directory."""

        env_file = ".env"

    @validator("database_url")
    def _is_a_database_url(cls, value: str) -> str:
        try:
            make_url(value)
        except Exception:  # its text would quote the address, and with it a password
            raise ValueError("is not a database address such as sqlite:///send.db or postgresql://…") from None
        return value

    @validator("redis_url")
    def _is_a_redis_url(cls, value: str | None) -> str | None:
        if value and not value.startswith(("redis://", "rediss://", "redis+unix://")):
            raise ValueError("is not the address of a Redis such as redis://127.0.0.1:6379/0")
        return value or None

    @validator("postcodes_api_url")
    def _is_a_web_address(cls, value: str) -> str:
        if not LINK.fullmatch(value):
            raise ValueError("is not a link that starts with http:// or https://")
        return value

    @validator("secret_key", always=True)
    def _secret_key_is_secret(cls, value: str, values: dict) -> str:
        if values.get("environment") == PRODUCTION and value == DEVELOPMENT_SECRET:
            raise ValueError("the development key is known to everybody; production needs a long random one")
        return value

    @validator("public_url")
    def _public_url_is_an_origin(cls, value: str | None) -> str | None:
        return read_origin(value.rstrip("/")) if value else None

    @validator("allowed_origins", always=True)
    def _allowed_origins_are_origins(cls, value: str, values: dict) -> str:
        for origin in listed(value):
            if origin != ANY_ORIGIN:
                read_origin(origin)
            elif values.get("environment") == PRODUCTION:
                raise ValueError('"*" lets every website in, which production refuses; name each website')
        return value

    @validator("trusted_proxies")
    def _proxies_are_networks(cls, value: str) -> str:
        for network in listed(value):
            ip_network(network, strict=False)
        return value

    @validator("telegram_api_base_url")
    def _bot_api_is_a_web_address(cls, value: str) -> str:
        return cls._is_a_web_address(value).rstrip("/")

    @validator("telegram_webhook_url")
    def _webhook_can_be_called(cls, value: str | None, values: dict) -> str | None:
        if not value:
            return None
        is_telegram = values.get("telegram_api_base_url") == TELEGRAM
        if not WEBHOOK.fullmatch(value) or (is_telegram and not value.startswith("https://")):
            raise ValueError("is not an https address with a path, such as https://ask.example.org/telegram/webhook")
        return value

    @validator("telegram_webhook_secret", always=True)
    def _webhook_is_secret(cls, value: str | None, values: dict) -> str | None:
        if values.get("telegram_webhook_url") and not WEBHOOK_SECRET.fullmatch(value or ""):
            raise ValueError("a webhook needs a secret of 16 to 256 characters A-Z a-z 0-9 _ -")
        return value

    @validator("today")
    def _today_is_a_date(cls, value: str | None) -> str | None:
        if not value:
            return None
        fixed_clock(value)
        return value


def listed(value: str) -> tuple[str, ...]:
    """The parts of a setting that holds a list with commas between."""
    return tuple(part.strip() for part in value.split(",") if part.strip())


def read_origin(value: str) -> str:
    """An exact origin: scheme, host and perhaps a port, nothing else. Raises ValueError."""
    if not ORIGIN.fullmatch(value):
        raise ValueError(f"'{value}' is not an exact origin; write it as https://www.example.org")
    return value


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    """The settings, read once. Raises BadSetting with the name and the reason."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        raise BadSetting(str(first["loc"][0]), str(first["msg"])) from error
