"""Every route of the server, walked without a credential."""

from __future__ import annotations

import httpx
import pytest
from sanic import Sanic

from bot.server.app import build_app
from bot.server.routes import BARRED, PUBLIC, SESSION, routes_of
from tests.bot.conftest import METRICS_TOKEN, REST_TOKEN

PLACEHOLDERS = {"<name:str>": "kent", r"<name:widget\.[0-9a-f]+\.js>": "widget.0a1b.js"}
OF_RASA = """/status /version /model /model/train /model/parse /model/predict /model/test/stories /domain
/conversations/me/tracker /conversations/me/tracker/events /conversations/me/story /conversations/me/execute
/conversations/me/trigger_intent /conversations/me/predict /conversations/me/messages /webhooks/telegram/webhook
/webhooks/callback/webhook /webhooks/rasa/webhook /socket.io/ /actions /webhook /config /openapi.json /docs""".split()


def ask(http: httpx.Client, route: str, **more) -> httpx.Response:
    """One request to a route."""
    method, path = route.split(" ", 1)
    for pattern, value in PLACEHOLDERS.items():
        path = path.replace(pattern, value)
    return http.request(method, path, **more)


def test_every_route_is_declared(agent, settings):
    """A route that nobody declared, or a declared one that is gone, fails the build."""
    Sanic.test_mode = True
    assert routes_of(build_app(agent, settings)) == {*PUBLIC, *SESSION, *BARRED}


def test_the_rest_channel_is_off_in_production(agent, settings):
    """In production the REST channel's routes are not there at all unless it was asked for."""
    Sanic.test_mode = True
    production = settings.copy(update={"environment": "production"})
    asked = production.copy(update={"rest_channel": "on"})
    assert not any("rest" in route for route in routes_of(build_app(agent, production)))
    assert "POST /webhooks/rest/webhook" in routes_of(build_app(agent, asked))


@pytest.mark.parametrize("route", [*SESSION, *BARRED])
@pytest.mark.parametrize("said", [None, "Bearer", "Bearer " + "x" * 43, "Basic bWU6bWU=", "Bearer null"])
def test_a_route_behind_a_credential_refuses_without_it(http, route, said):
    """Without a credential, or with a made-up one, nothing is read or done and the answer is 401 or 403."""
    headers = {"authorization": said} if said else {}
    answer = ask(http, route, json={"sender": "me", "message": "hello"}, headers=headers)
    assert answer.status_code in (401, 403)
    assert "error" in answer.json()


def test_no_public_route_shows_a_conversation(http, visitor):
    """What everybody may read holds nothing of a conversation, a setting or the database."""
    visitor.say("has bedford been inspected, asks Zebedee Quuxington")
    for route in PUBLIC:
        text = ask(http, route).text
        for secret in ("Quuxington", visitor.token, METRICS_TOKEN, REST_TOKEN, "sqlite", "only-for-development"):
            assert secret not in text, route


@pytest.mark.parametrize("token", [None, METRICS_TOKEN, REST_TOKEN])
def test_rasas_own_routes_are_not_there(http, token):
    """Trackers, model, domain and every other address of Rasa's servers are not found, even with the tokens."""
    headers = {"authorization": f"Bearer {token}"} if token else {}
    for path in OF_RASA:
        for method in ("GET", "POST", "PUT"):
            assert http.request(method, path, headers=headers).status_code == 404, path


def test_the_tokens_open_their_own_route_only(http):
    """The metrics token does not open the REST channel, nor the other way round."""
    body = {"sender": "me", "message": "has bedford been inspected"}
    with_rest, with_metrics = ({"authorization": f"Bearer {token}"} for token in (REST_TOKEN, METRICS_TOKEN))
    assert http.post("/webhooks/rest/webhook", json=body, headers=with_metrics).status_code == 401
    assert http.get("/metrics", headers=with_rest).status_code == 401
    assert http.post("/webhooks/rest/webhook", json=body, headers=with_rest).json()[0]["custom"]["areas"]
    assert "send_answers_total" in http.get("/metrics", headers=with_metrics).text
