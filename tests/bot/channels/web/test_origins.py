"""Which websites may talk to the channel."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bot.channels.web.errors import WebError
from bot.channels.web.origins import OWN_ORIGIN, Origins

CHARITY = "https://charity.example"


def admitted(origins: Origins, method: str = "POST", **headers: str) -> str | None:
    """The origin a request is admitted as; None when it is refused."""
    named = {name.replace("_", "-"): value for name, value in {"host": "ask.example", **headers}.items()}
    try:
        return origins.admit(SimpleNamespace(method=method, headers=named))
    except WebError as error:
        return None if error.code == "wrong_origin" else error.code


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (CHARITY, CHARITY),
        ("http://charity.example", None),
        ("https://charity.example:8443", None),
        ("https://www.charity.example", None),
        ("https://charity.example.evil.example", None),
        ("https://evil.example/https://charity.example", None),
        ("null", None),
        ("*", None),
        ("", None),
        ("https://ask.example", OWN_ORIGIN),
        ("http://ask.example", OWN_ORIGIN),
        ("ftp://ask.example", None),
    ],
)
def test_only_exact_origins(origin, expected):
    """Scheme, host and port must be the ones on the list; our own pages always may."""
    assert admitted(Origins([CHARITY]), origin=origin) == expected


def test_without_an_origin_only_a_page_of_ours_may_read():
    """A request that names no origin is let in only when it reads and comes from the same site."""
    assert admitted(Origins([]), "GET") == OWN_ORIGIN
    assert admitted(Origins([]), "GET", sec_fetch_site="same-origin") == OWN_ORIGIN
    assert admitted(Origins([]), "GET", sec_fetch_site="cross-site") is None
    assert admitted(Origins([]), "POST") is None
    assert admitted(Origins([]), "DELETE") is None


def test_a_public_url_is_the_only_own_origin():
    """Where the public address is set, the name in the request does not make an origin ours."""
    origins = Origins([], "https://ask.example")
    assert admitted(origins, origin="https://ask.example", host="inside:5005") == OWN_ORIGIN
    assert admitted(origins, origin="https://evil.example", host="evil.example") is None


def test_development_may_let_all_in():
    """A star lets in every website but one that hides its name."""
    assert admitted(Origins(["*"]), origin="https://any.example") == "https://any.example"
    assert admitted(Origins(["*"]), origin="null") is None
