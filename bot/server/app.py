"""The server: one Sanic application with our channels and pages, and nothing else of Rasa's."""

from __future__ import annotations

from functools import partial

import rasa.core.channels.channel
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from actions.charts import national_outcomes
from actions.desk import the_desk
from bot.channels.rest import RestChannel
from bot.channels.web.channel import WebChannel
from bot.channels.web.door import Door
from bot.channels.web.turns import Turns
from bot.pages.blueprint import build_pages
from bot.pages.rendering import Pages
from bot.server.barrier import Barrier
from bot.server.failures import handle_failures
from bot.server.headers import FOR_OTHER_SITES, secure
from bot.server.housekeeping import daily_purge, keep_house
from bot.server.operations import watch
from bot.settings import Settings
from knowledge.database import connect
from knowledge.retention import leave_no_trace

LARGEST_BODY = 64 * 1024
"""Bytes: far above the longest message, far below what could fill memory."""

KEEP_ALIVE_SECONDS = 75
"""Longer than proxies and browsers keep a quiet connection: else a request can meet one that we are just closing."""


def build_app(agent, settings: Settings) -> Sanic:
    """The application. Rasa's own API (trackers, model, slots) is not part of it."""
    app = Sanic("send_assistant", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = LARGEST_BODY
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.config.KEEP_ALIVE_TIMEOUT = KEEP_ALIVE_SECONDS
    app.ctx.agent = agent
    engine = connect(settings.database_url)
    door, turns = Door(settings), Turns(engine)
    web, pages = WebChannel(agent, door, turns, settings), Pages(settings)
    if settings.serves_rest:
        rest = RestChannel(Barrier(settings.rest_token, settings), door)
        rasa.core.channels.channel.register([rest], app, route="/webhooks/")
    rasa.core.channels.channel.register([web], app, route="/")
    app.add_route(_chart, f"/charts/{national_outcomes.NAME}", methods=["GET"], name="chart")
    app.blueprint(build_pages(pages, agent, door))
    app.blueprint(watch(agent, engine, settings))
    secure(app, settings.public_url)
    handle_failures(app, web, pages)
    if settings.telegram_bot_token:
        from bot.channels.telegram.serving import serve_telegram  # only here: its library takes time to load

        serve_telegram(app, agent, settings)
    expired = (turns.forget_expired, agent.tracker_store.forget_expired, daily_purge(engine, settings))
    keep_house(app, (*expired, partial(leave_no_trace, engine)))
    return app


async def _chart(request: Request) -> HTTPResponse:
    desk = the_desk()
    picture = national_outcomes.draw(desk.store.national_figures(), desk.copy["charts"]["national_outcomes"])
    headers = {"cache-control": "max-age=3600", **FOR_OTHER_SITES}
    return response.raw(picture, content_type="image/png", headers=headers)
