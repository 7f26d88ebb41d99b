"""A server with the limits that the web tests go by, and visitors to it."""

from __future__ import annotations

import itertools

import httpx
import pytest

from tests.bot.servers import serving
from tests.bot.visitors import CHARITY, Visitor

ADDRESS_LIMIT = 40
METRICS_TOKEN = "the token of those who watch"
REST_TOKEN = "the token of other programs"
_addresses = (f"198.51.{high}.{low}" for high, low in itertools.product(range(100, 255), range(1, 255)))


@pytest.fixture(scope="session")
def web_limits() -> dict[str, str]:
    """The settings of the server: one website allowed, one proxy trusted, low limits per address."""
    return {
        "ALLOWED_ORIGINS": CHARITY,
        "TRUSTED_PROXIES": "127.0.0.1",
        "WEB_REQUESTS_A_MINUTE": str(ADDRESS_LIMIT),
        "WEB_SESSIONS_AN_HOUR": "5",
        "METRICS_TOKEN": METRICS_TOKEN,
        "REST_TOKEN": REST_TOKEN,
    }


@pytest.fixture(scope="session")
def server(settings, trained_model, web_limits):
    """The address of a running server."""
    with serving(settings, **web_limits) as address:
        yield address


@pytest.fixture
def http(server):
    """A client whose requests come from an address of the test's own."""
    with httpx.Client(base_url=server, timeout=30, headers={"x-forwarded-for": next(_addresses)}) as client:
        yield client


@pytest.fixture
def visitor(http):
    """Somebody with a session on the website of a charity."""
    return Visitor(http)
