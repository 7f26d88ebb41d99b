"""Which address a request comes from, believing a proxy's word only when the proxy is ours."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network
IPV6_HOME = 64
"""Bits of an IPv6 address that name a household; it can change the rest as it likes."""


def client_address(peer: str, forwarded_for: str | None, trusted: Sequence[Network]) -> str:
    """The address to count requests by: the nearest one that is not a trusted proxy.

    `forwarded_for` is the X-Forwarded-For header; it is read from the right and ignored
    unless the peer is trusted. What is not an address ends the reading.
    """
    address = peer
    if forwarded_for:
        for claimed in reversed(forwarded_for.split(",")):
            if not _is_in(address, trusted) or _parsed(claimed.strip()) is None:
                break
            address = claimed.strip()
    return _household(address)


def _household(address: str) -> str:
    parsed = _parsed(address)
    if parsed is None or parsed.version == 4:
        return address
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ip_network((parsed, IPV6_HOME), strict=False))


def _is_in(address: str, networks: Sequence[Network]) -> bool:
    parsed = _parsed(address)
    return parsed is not None and any(parsed in network for network in networks)


def _parsed(address: str):
    try:
        return ip_address(address)
    except ValueError:
        return None
