"""Which address a request is counted by."""

from __future__ import annotations

from ipaddress import ip_network

import pytest

from bot.channels.web.addresses import client_address

PROXIES = (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "trusted", "expected"),
    [
        ("203.0.113.9", None, PROXIES, "203.0.113.9"),
        ("203.0.113.9", "1.2.3.4", (), "203.0.113.9"),  # nobody is believed by default
        ("203.0.113.9", "1.2.3.4", PROXIES, "203.0.113.9"),  # nor somebody who is no proxy of ours
        ("10.0.0.1", "203.0.113.9", PROXIES, "203.0.113.9"),
        ("10.0.0.1", "1.1.1.1, 203.0.113.9", PROXIES, "203.0.113.9"),  # what a client claimed itself is not believed
        ("10.0.0.1", "203.0.113.9, 10.0.0.2", PROXIES, "203.0.113.9"),
        ("10.0.0.1", "203.0.113.9, junk", PROXIES, "10.0.0.1"),
        ("10.0.0.1", "", PROXIES, "10.0.0.1"),
        ("10.0.0.1", "10.0.0.7, 10.0.0.8", PROXIES, "10.0.0.7"),
        ("fd00::1", "2001:db8:1:2:aaaa::1", PROXIES, "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", None, PROXIES, "203.0.113.9"),
        ("", None, PROXIES, ""),
    ],
)
def test_client_address(peer, forwarded, trusted, expected):
    """The nearest address that is not a trusted proxy counts; an IPv6 household counts as one."""
    assert client_address(peer, forwarded, trusted) == expected
