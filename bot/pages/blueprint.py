"""The addresses of our pages."""

from __future__ import annotations

from typing import Any

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from actions.desk import the_desk
from actions.replies.greeting import duration
from bot.channels.web.door import Door
from bot.pages.area_routes import add_areas
from bot.pages.ask_route import add_ask
from bot.pages.assets import FOR_EVER
from bot.pages.calendar_routes import add_calendars
from bot.pages.embedding import Embedding
from bot.pages.rendering import READ, Pages


def build_pages(pages: Pages, agent, door: Door) -> Blueprint:
    """All pages and the files they need."""
    routes = Blueprint("pages")
    pages.widget.add_routes(routes)
    _add_files(routes, pages)
    _add_home(routes, pages)
    _add_statements(routes, pages)
    add_areas(routes, pages)
    add_calendars(routes, pages)
    add_ask(routes, pages, agent, door)
    return routes


def _add_files(routes: Blueprint, pages: Pages) -> None:
    files = {asset.versioned_name: asset for asset in (pages.style, pages.icon)}

    @routes.route("/static/<name:str>", methods=READ, name="static_file")
    async def file(request: Request, name: str) -> HTTPResponse:
        return files[name].answer(request, FOR_EVER) if name in files else pages.failure(request, 404)


def _add_home(routes: Blueprint, pages: Pages) -> None:
    @routes.route("/", methods=READ, name="home")
    async def home(request: Request) -> HTTPResponse:
        desk = the_desk()
        chosen = Embedding.read(desk, request.args)
        tag = chosen.tag(pages.widget, pages.base_url(request))
        index, copy = desk.store.area_index(), desk.copy["pages"]
        return pages.page(request, "home.html", chosen=chosen, tag=tag, index=index, copy=copy)


def _add_statements(routes: Blueprint, pages: Pages) -> None:
    def terms() -> dict[str, Any]:
        settings = pages.settings
        lasting = (settings.web_session_minutes, settings.session_minutes)
        chat, quiet = (duration(the_desk(), minutes) for minutes in lasting)
        return {"chat": chat, "quiet": quiet, "days": settings.retention_days, "postcodes": settings.postcodes_api}

    @routes.route("/privacy", methods=READ, name="privacy")
    async def privacy(request: Request) -> HTTPResponse:
        return pages.page(request, "privacy.html", **terms())

    @routes.route("/privacy/young-people", methods=READ, name="privacy_young_people")
    async def privacy_young_people(request: Request) -> HTTPResponse:
        return pages.page(request, "privacy_young_people.html", **terms())

    @routes.route("/accessibility", methods=READ, name="accessibility")
    async def accessibility(request: Request) -> HTTPResponse:
        return pages.page(request, "accessibility.html")
