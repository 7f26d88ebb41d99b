"""The addresses that operators and their programs ask: /health, /ready and /metrics."""

from __future__ import annotations

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.engine import Engine

from bot.metrics.counting import Metrics
from bot.metrics.waiting import Waiting
from bot.server.barrier import Barrier
from bot.server.health import Health
from bot.settings import Settings

NOT_KEPT = {"cache-control": "no-store"}
REFUSED = {"error": "Only this machine, or whoever has the token of METRICS_TOKEN, may read this."}


def watch(agent, engine: Engine, settings: Settings) -> Blueprint:
    """Begins to watch a server's agent and database, and gives the addresses where that can be read."""
    health = Health(agent)
    agent.metrics.gauges_of(Waiting(engine, health.age_in_days))
    return build_operations(health, agent.metrics, Barrier(settings.metrics_token, settings))


def build_operations(health: Health, metrics: Metrics, barrier: Barrier) -> Blueprint:
    """The three addresses. What /health and /ready say is for anybody; /metrics is behind the barrier."""
    routes = Blueprint("operations")

    @routes.route("/health", methods=["GET", "HEAD"], name="health")
    async def alive(request: Request) -> HTTPResponse:
        return _said(*await health.alive())

    @routes.route("/ready", methods=["GET", "HEAD"], name="ready")
    async def ready(request: Request) -> HTTPResponse:
        return _said(*await health.ready())

    @routes.route("/metrics", methods=["GET"], name="metrics")
    async def counts(request: Request) -> HTTPResponse:
        if not barrier.lets_in(request):
            return response.json(REFUSED, status=401, headers={**NOT_KEPT, "www-authenticate": "Bearer"})
        text = generate_latest(metrics.registry)
        return response.raw(text, content_type=CONTENT_TYPE_LATEST, headers=NOT_KEPT)

    return routes


def _said(good: bool, parts: dict) -> HTTPResponse:
    return response.json(parts, status=200 if good else 503, headers=NOT_KEPT)
