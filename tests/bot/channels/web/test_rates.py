"""Rate limits."""

from __future__ import annotations

import pytest

from bot.channels.web.errors import WebError
from bot.channels.web.rates import Rates

KEY = "a secret of sixteen"


def rates(**more) -> Rates:
    """Three messages a minute of a session, five requests of an address, two sessions."""
    return Rates(KEY, messages=3, address_requests=5, address_sessions=2, **more)


async def _refused_after(count: int, hit) -> WebError:
    for _ in range(count):
        await hit()
    with pytest.raises(WebError) as caught:
        await hit()
    return caught.value


async def test_a_session_has_its_limit():
    """The message after the last allowed one is refused with the seconds to wait; another session goes on."""
    limits = rates()
    error = await _refused_after(3, lambda: limits.message("one"))
    assert (error.code, error.status) == ("too_many", 429)
    assert 1 <= error.retry_after <= 60
    await limits.message("another")


async def test_an_address_has_its_limits():
    """Requests and new sessions of an address are limited each for themselves."""
    limits = rates()
    assert (await _refused_after(2, lambda: limits.new_session("203.0.113.9"))).retry_after > 60
    await _refused_after(5, lambda: limits.request("203.0.113.9"))
    await limits.request("203.0.113.10")


async def test_a_lost_redis_does_not_open_the_gates():
    """When Redis can't be reached, people are answered and floods are refused."""
    limits = rates(redis_url="redis://127.0.0.1:1/0")
    await _refused_after(3, lambda: limits.message("one"))


async def test_the_rest_channel_has_a_limit_of_its_own():
    """Messages of the REST channel are limited for each address, apart from those of the web."""
    limits = rates(rest_messages=4)
    assert (await _refused_after(4, lambda: limits.rest("203.0.113.9"))).code == "too_many"
    await limits.request("203.0.113.9")
