"""Rate limits that several workers share through a real Redis."""

from __future__ import annotations

import pytest

from bot.channels.web.errors import WebError
from bot.channels.web.rates import Rates
from tests.bot.redis_server import redis_server

KEY = "a secret of sixteen"


@pytest.fixture
def redis(tmp_path):
    """A Redis of the test's own."""
    with redis_server(tmp_path) as server:
        yield server


class Watch:
    """A clock that a test moves on."""

    now = 1000.0

    def __call__(self) -> float:
        """The seconds."""
        return self.now


def worker(url: str, watch: Watch | None = None) -> Rates:
    """The limits as one worker has them: four messages a minute."""
    clock = watch or Watch()
    return Rates(KEY, messages=4, address_requests=100, address_sessions=100, redis_url=url, clock=clock)


async def allowed(*workers: Rates, who: str, tries: int = 12) -> int:
    """How many messages get through when they come to the workers in turn."""
    waits = []
    for number in range(tries):
        try:
            await workers[number % len(workers)].message(who)
        except WebError as error:
            waits.append(error.retry_after)
    assert all(1 <= wait <= 60 for wait in waits)
    return tries - len(waits)


async def test_workers_share_their_limits(redis):
    """Two workers together let through what one may, and two people do not count for each other."""
    one, two = worker(redis.url), worker(redis.url)
    assert await allowed(one, two, who="a") == 4
    assert await allowed(two, one, who="b") == 4


async def test_redis_holds_no_address(redis):
    """What lies in Redis leads back to nobody: keys are keyed hashes."""
    import redis as client

    await worker(redis.url).message("203.0.113.99")
    keys = client.Redis.from_url(redis.url).keys("*")
    assert keys
    assert not any(b"203.0" in key for key in keys)


async def test_a_redis_that_goes_away_stops_nobody(redis, caplog):
    """Redis ends mid-way: people are answered, floods are held off by each worker, and the log says so once."""
    one = worker(redis.url)
    await one.message("a")
    redis.stop()
    assert await allowed(one, who="b") == 4
    said = [record.getMessage() for record in caplog.records if "shared rate limits" in record.getMessage()]
    assert len(said) == 1


async def test_a_redis_that_comes_back_is_used_again(tmp_path, caplog):
    """After an outage the limits are shared again, without a restart, and the log says so."""
    watch = Watch()
    with redis_server(tmp_path) as first:
        one, two = worker(first.url, watch), worker(first.url, watch)
        first.stop()
        assert await allowed(one, two, who="a") == 8
    watch.now += 60
    with redis_server(tmp_path, port=first.port):
        assert await allowed(one, two, who="b") == 4
    assert any("shared again" in record.getMessage() for record in caplog.records)
