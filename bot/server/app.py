"""The server: one Sanic application with our channels and nothing else of Rasa's."""

from __future__ import annotations

import rasa.core.channels.channel
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from actions.charts import national_outcomes
from actions.desk import the_desk
from bot.channels.rest import RestChannel

LARGEST_BODY = 64 * 1024
"""Bytes: far above the longest message, far below what could fill memory."""


def build_app(agent) -> Sanic:
    """The application. Rasa's own API (trackers, model, slots) is not part of it."""
    app = Sanic("send_assistant", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = LARGEST_BODY
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.ctx.agent = agent
    rasa.core.channels.channel.register([RestChannel()], app, route="/webhooks/")

    @app.route(f"/charts/{national_outcomes.NAME}", methods=["GET"])
    async def chart(request: Request) -> HTTPResponse:
        desk = the_desk()
        picture = national_outcomes.draw(desk.store.national_figures(), desk.copy["charts"]["national_outcomes"])
        return response.raw(picture, content_type="image/png", headers={"cache-control": "max-age=3600"})

    @app.route("/", methods=["GET"])
    async def home(request: Request) -> HTTPResponse:
        return response.text("The SEND inspection assistant is running. Ask it at POST /webhooks/rest/webhook\n")

    return app
