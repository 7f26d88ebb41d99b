"""Who passes the barrier of what is not for everybody."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bot.server.barrier import Barrier
from bot.settings import Settings

TOKEN = "a token of sixteen or more"


def request(ip: str = "127.0.0.1", host: str = "127.0.0.1:5005", **headers: str) -> SimpleNamespace:
    """A request as the barrier sees it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return SimpleNamespace(ip=ip, headers={"host": host, **named})


def barrier(token: str | None = None, **more) -> Barrier:
    """A barrier with these settings."""
    return Barrier(token, Settings(_env_file=None, **more))


@pytest.mark.parametrize(
    ("ip", "host"), [("127.0.0.1", "127.0.0.1:5005"), ("127.0.0.1", "localhost:5005"), ("::1", "[::1]:5005")]
)
def test_a_program_on_this_machine_passes(ip, host):
    """What comes from this machine directly passes without a token."""
    assert barrier().lets_in(request(ip, host))


@pytest.mark.parametrize(
    "refused",
    [
        request("203.0.113.7"),
        request("10.0.0.5"),
        request("::ffff:203.0.113.7"),
        request(x_forwarded_for="127.0.0.1"),
        request(x_forwarded_for="203.0.113.7"),
        request(x_real_ip="203.0.113.7"),
        request(forwarded="for=127.0.0.1"),
        request(via="1.1 proxy"),
        request(origin="http://127.0.0.1:5005"),
        request(origin="https://evil.example"),
        request(sec_fetch_site="cross-site"),
        request(host="evil.example"),
        request(host="127.0.0.1.evil.example:5005"),
        request(host=""),
    ],
)
def test_what_only_seems_to_come_from_this_machine_does_not_pass(refused):
    """Other machines, what a proxy passed on, pages in a browser and names led astray do not pass."""
    assert not barrier().lets_in(refused)


def test_behind_a_proxy_on_this_machine_nothing_passes_without_a_token():
    """When loopback is a trusted proxy's address, a loopback address proves nothing, headers or not."""
    behind = barrier(trusted_proxies="127.0.0.0/8")
    assert not behind.lets_in(request())
    assert barrier(TOKEN, trusted_proxies="127.0.0.0/8").lets_in(request(authorization=f"Bearer {TOKEN}"))


@pytest.mark.parametrize(
    "said", ["", "Bearer", "Bearer ", TOKEN, f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", "Bearer é"]
)
def test_with_a_token_only_the_token_passes(said):
    """When a token is set, this machine needs it too, and nothing like it will do."""
    assert not barrier(TOKEN).lets_in(request(authorization=said))


def test_the_token_passes_from_anywhere():
    """Who has the token passes from any address."""
    assert barrier(TOKEN).lets_in(request("203.0.113.7", "ask.example", authorization=f"Bearer {TOKEN}"))
