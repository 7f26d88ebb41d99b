"""Session tokens."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.channels.web.errors import WebError
from bot.channels.web.session import Tokens
from tests.conftest import NOW

KEY = "a secret of sixteen"
SITE = "https://charity.example"


def tokens(minutes_later: float = 0, key: str = KEY) -> Tokens:
    """Tokens of two hours, as they are some minutes after NOW."""
    return Tokens(key, 120, lambda: NOW + dt.timedelta(minutes=minutes_later))


def refused(read) -> str:
    """The code with which reading a token is refused."""
    with pytest.raises(WebError) as caught:
        read()
    return caught.value.code


def test_a_token_gives_its_session_back():
    """Reading a token gives the session it was issued for, with its end."""
    token, session = tokens().issue(SITE)
    assert tokens(119).read(token, SITE) == session
    assert session.expires_at == NOW + dt.timedelta(minutes=120)


def test_a_token_expires():
    """Past its minutes a token is refused as expired, whatever happened in between."""
    token, _ = tokens().issue(SITE)
    assert refused(lambda: tokens(121).read(token, SITE)) == "session_expired"


def test_a_clock_that_was_set_back_ends_no_chat():
    """A token that seems to come from the future is one of ours, and the person goes on."""
    token, _ = tokens(60).issue(SITE)
    assert tokens(0).read(token, SITE).origin == SITE


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "eyJzIjoiYSIsIm8iOiJiIn0.aaaaaa.bbbbbb", "é" * 20, "x" * 5000])
def test_what_is_no_token_is_refused(token):
    """Text that we did not sign opens nothing."""
    assert refused(lambda: tokens().read(token, SITE)) == "bad_token"


def test_a_token_signed_with_another_key_is_refused():
    """A token from another installation, or a forger, opens nothing."""
    token, _ = tokens(key="another secret!!").issue(SITE)
    assert refused(lambda: tokens().read(token, SITE)) == "bad_token"


def test_every_changed_letter_breaks_a_token():
    """Changing any letter of a token makes it worthless."""
    token, _ = tokens().issue(SITE)
    for place, letter in enumerate(token[:-1]):
        forged = token[:place] + ("A" if letter != "A" else "B") + token[place + 1 :]
        assert refused(lambda forged=forged: tokens().read(forged, SITE)) in ("bad_token", "session_expired")


def test_a_token_is_bound_to_its_website():
    """A token taken to another website is refused there."""
    token, _ = tokens().issue(SITE)
    assert refused(lambda: tokens().read(token, "https://other.example")) == "wrong_origin"


def test_the_session_id_leads_nowhere():
    """Neither the rows nor the conversation of a session can be worked out from its id without the key."""
    _, session = tokens().issue(SITE)
    assert session.id not in session.key + session.conversation
    assert len({session.key, session.conversation, session.sealing_key.hex()}) == 3
    assert tokens(key="another secret!!").read(*_issued_for(session)).key != session.key


def _issued_for(session) -> tuple[str, str]:
    """A token of another installation that names the same session id."""
    other = tokens(key="another secret!!")
    return other._serializer.dumps({"s": session.id, "o": SITE}), SITE
