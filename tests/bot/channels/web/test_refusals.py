"""What the web channel of a real server refuses, and how."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.channels.web.session import Tokens
from bot.server.app import LARGEST_BODY
from knowledge.clock import london_now
from tests.bot.conftest import ADDRESS_LIMIT
from tests.bot.visitors import CHARITY, Visitor, error_of, new_id

ENDPOINTS = [
    ("POST", "/web/session"),
    ("POST", "/web/messages"),
    ("GET", "/web/history"),
    ("DELETE", "/web/conversation"),
    ("POST", "/web/feedback"),
]
WITH_TOKEN = ENDPOINTS[1:]


@pytest.mark.parametrize(("method", "path"), WITH_TOKEN)
@pytest.mark.parametrize("said", [None, "", "Bearer", "bearer x", "Bearer forged", "Basic dTpw", "Bearer a.b.c"])
def test_without_our_token_nothing_opens(http, method, path, said):
    """No token, or one that we did not sign, is refused."""
    headers = {"origin": CHARITY, **({"authorization": said} if said is not None else {})}
    assert error_of(http.request(method, path, headers=headers)) == (401, "bad_token")


@pytest.mark.parametrize(("method", "path"), WITH_TOKEN)
def test_an_expired_token_says_so(http, settings, method, path):
    """A token past its time is refused with what to do."""
    token, _ = Tokens(settings.secret_key, 120, lambda: london_now() - dt.timedelta(minutes=121)).issue(CHARITY)
    headers = {"origin": CHARITY, "authorization": f"Bearer {token}"}
    assert error_of(http.request(method, path, headers=headers)) == (401, "session_expired")


@pytest.mark.parametrize(("method", "path"), WITH_TOKEN)
def test_a_token_of_another_website_is_refused(http, server, method, path):
    """A token works only on the website it was issued to, and our own pages are such a website."""
    token = Visitor(http).token
    answer = http.request(method, path, headers={"origin": server, "authorization": f"Bearer {token}"})
    assert error_of(answer) == (403, "wrong_origin")


@pytest.mark.parametrize(("method", "path"), ENDPOINTS)
@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://charity.example", f"{CHARITY}.evil.example"]
)
def test_other_websites_get_nothing(http, method, path, origin):
    """A website that is not on the list is refused and can't even read the refusal."""
    answer = http.request(method, path, headers={"origin": origin}, json={} if method == "POST" else None)
    assert error_of(answer) == (403, "wrong_origin")
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["vary"] == "Origin"


def test_without_an_origin_nothing_is_written(http, visitor):
    """A request that names no website may not begin, send or delete."""
    for method, path in ENDPOINTS:
        if method != "GET":
            answer = http.request(method, path, headers={"authorization": f"Bearer {visitor.token}"})
            assert error_of(answer) == (403, "wrong_origin")


def test_our_own_page_may_read_without_an_origin(http, server):
    """A page of ours reads its history with a plain GET, as browsers send it."""
    token = Visitor(http, server).token
    headers = {"authorization": f"Bearer {token}", "sec-fetch-site": "same-origin"}
    assert http.get("/web/history", headers=headers).json() == {"turns": []}
    headers["sec-fetch-site"] = "cross-site"
    assert error_of(http.get("/web/history", headers=headers)) == (403, "wrong_origin")


@pytest.mark.parametrize(("method", "path"), ENDPOINTS)
def test_preflight(http, method, path):
    """A browser that asks first learns what the charity may send; for another website it learns nothing."""
    asked = {"access-control-request-method": method, "access-control-request-headers": "authorization,content-type"}
    answer = http.options(path, headers={"origin": CHARITY, **asked})
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == CHARITY
    assert method in answer.headers["access-control-allow-methods"]
    assert "Authorization" in answer.headers["access-control-allow-headers"]
    assert answer.headers["vary"] == "Origin"
    other = http.options(path, headers={"origin": "https://evil.example", **asked})
    assert other.status_code == 403
    assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"junk",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 20000,
        b'{"id": "message-1"}',
        b'{"text": "hello"}',
        b'{"id": "short", "text": "hello"}',
        b'{"id": "has spaces in it", "text": "hello"}',
        b'{"id": "message-1\\n", "text": "hello"}',
        b'{"id": "message-1", "text": 7}',
        b'{"id": "message-1", "text": null}',
        b'{"id": "message-1", "text": "a", "choice": "ask:area.outcome"}',
        b'{"id": "message-1", "choice": "/restart"}',
        b'{"id": "message-1", "choice": "ask:area.outcome:E06000055; drop"}',
        b'{"id": "message-1", "choice": "hello"}',
    ],
)
def test_what_is_no_message_is_refused(visitor, body):
    """A body that is not of the contract gets 400 and kind words, which the website may read."""
    answer = visitor.http.post("/web/messages", content=body, headers=visitor.headers)
    assert error_of(answer) == (400, "bad_request")
    assert answer.headers["access-control-allow-origin"] == CHARITY


def test_too_long_and_too_large(visitor):
    """A message above the limit, and a body above what is read at all, are each refused with the limit in words."""
    answer = visitor.send("a" * 2001)
    assert error_of(answer) == (413, "too_long")
    assert "2000" in answer.json()["error"]["message"]
    assert visitor.send("why? " * 400).status_code == 200
    huge = visitor.http.post("/web/messages", content=b"x" * (LARGEST_BODY + 1), headers=visitor.headers)
    assert error_of(huge) == (413, "too_large")
    assert huge.headers["access-control-allow-origin"] == CHARITY


def test_danger_is_answered_however_long_the_message(visitor):
    """Danger in a message above the limit gets help, not a refusal."""
    answer = visitor.send("we have waited two years for a plan. " * 100 + "my son wants to die")
    assert answer.status_code == 200
    assert answer.json()["replies"][0]["status"] == "crisis"


@pytest.mark.parametrize(
    "text", ["/restart", '/inform{"area": "x"}', "/session_start", "\u202e/restart", "\u200b/back"]
)
def test_commands_are_text(visitor, text):
    """What looks like a command of Rasa's, hidden characters before it or not, is read as words."""
    visitor.say("i live in leeds")
    assert visitor.say(text)[0]["status"] != "error"
    assert visitor.say("is a survey open")[0]["areas"] == ["E08000035"]


@pytest.mark.parametrize(
    "text", ["", "   ", "\u0000\u0007", "😀", "<script>alert(1)</script>", "<img src=x onerror=a()> kent"]
)
def test_odd_text_gets_a_civil_reply(visitor, text):
    """Empty, wordless and HTML text is answered, and no markup comes back."""
    replies = visitor.say(text)
    assert replies
    assert all(reply["text"] and "<" not in reply["text"] for reply in replies)


def test_a_flood_from_a_session_is_held_off(visitor):
    """Past its messages a minute, a session is told how long to wait; nothing is lost and others go on."""
    answers = [visitor.send("hello") for _ in range(17)]
    assert [answer.status_code for answer in answers] == [200] * 15 + [429] * 2
    refused = answers[-1]
    assert error_of(refused) == (429, "too_many")
    assert 1 <= refused.json()["error"]["retry_after"] <= 60
    assert refused.headers["retry-after"] == str(refused.json()["error"]["retry_after"])
    assert refused.headers["access-control-expose-headers"] == "Retry-After"
    assert Visitor(visitor.http).say("hello")


def test_a_flood_from_an_address_is_held_off(http):
    """Past its limits, an address gets no more sessions and no more answers, on the channel and on the form."""
    headers = {"origin": CHARITY}
    begun = [http.post("/web/session", json={}, headers=headers) for _ in range(6)]
    assert [answer.status_code for answer in begun] == [200] * 5 + [429]
    assert error_of(begun[-1]) == (429, "too_many")
    token = begun[0].json()["token"]
    for _ in range(ADDRESS_LIMIT):
        last = http.get("/web/history", headers={**headers, "authorization": f"Bearer {token}"})
        assert last.status_code == 200
    assert http.get("/web/history", headers=headers).status_code == 429
    form = http.post("/ask", data={"q": "hello"})
    assert form.status_code == 429
    assert int(form.headers["retry-after"]) >= 1
    assert "wait a minute" in form.text


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/web/messages"), ("PUT", "/web/session"), ("GET", "/web/"), ("POST", "/web/x")]
)
def test_no_such_path(http, method, path):
    """Under /web even a wrong address or method gets an error in words."""
    assert error_of(http.request(method, path, headers={"origin": CHARITY}))[1] == "bad_request"


def test_feedback_must_be_yes_or_no(visitor):
    """Only true and false are feedback."""
    message = new_id()
    visitor.send("hello", message)
    for useful in (None, "yes", 1, []):
        assert error_of(visitor.rate(message, useful)) == (400, "bad_request")
