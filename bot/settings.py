"""All settings, from environment variables and a `.env` file. The README lists every one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import BaseSettings, Field, ValidationError, validator

from knowledge.clock import fixed_clock
from knowledge.loading.rows import LINK

ROOT = Path(__file__).resolve().parent.parent
DEVELOPMENT_SECRET = "only-for-development"


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
    secret_key: str = Field(DEVELOPMENT_SECRET, min_length=16, description="Key that hides conversation ids")
    today: str | None = Field(None, description="Pretend this is the day or moment (for tests and demonstrations)")

    class Config:
        """Reads `.env` in the working directory."""

        env_file = ".env"

    @validator("postcodes_api_url")
    def _is_a_web_address(cls, value: str) -> str:
        if not LINK.fullmatch(value):
            raise ValueError("is not a link that starts with http:// or https://")
        return value

    @validator("today")
    def _today_is_a_date(cls, value: str | None) -> str | None:
        if not value:
            return None
        fixed_clock(value)
        return value


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    """The settings, read once. Raises BadSetting with the name and the reason."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        raise BadSetting(str(first["loc"][0]), str(first["msg"])) from error
